import type { ImportRow } from '../src/participations/import/importRow.ts'
import type { SendableList } from '../src/participations/sendImport.ts'
import { createHash } from 'node:crypto'
import { world } from './api.ts'

const plain: Omit<ImportRow, 'row'> = {
  entryDate: '2024-03-01',
  municipality: '9001',
  sex: 'woman',
  birthYear: 1985,
  bornAbroad: null,
  timeSinceWork: null,
  education: 'upperSecondary',
  timeOnSupport: null,
  occupationBefore: 'other',
  workExtentBefore: null,
  studyExtentBefore: null,
  supportBefore: { sjukpenning: 100 },
  targetGroups: [],
  referredBy: 'fk',
  ground: 'consent',
  groundDate: '2024-03-01',
  exitDate: null,
  exitReason: null,
  occupationAfter: null,
  workExtentAfter: null,
  studyExtentAfter: null,
  workType: null,
  supportAfter: null,
}

/** A row of an import; what is not given is plain. */
export const importRow = (row: number, given: Partial<ImportRow> = {}): ImportRow => ({ row, ...plain, ...given })

/** A checked list of rows as page and terminal hold it, in one part. */
export const listOf = (rows: unknown[], anonymous: unknown[] = []): SendableList => ({
  parts: () => 1,
  part: (number) => ({ number, rows, anonymous }) as never,
})

/** Where `world`'s first caseworker sends a list; the hash tells files apart. */
export const sendingOf = (content: string) => ({
  controllerId: world.controllers[0],
  fileName: 'lista.xlsx',
  contentHash: createHash('sha256').update(content).digest('hex'),
  interventionIds: [world.interventions[0]] as string[],
  withoutGround: 'anonymous' as const,
  referenceReach: 'controller' as const,
})
