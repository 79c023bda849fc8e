import type { Text } from '../../values/codeList.ts'
import { Participation } from '../domain.ts'
import type { ParticipationField } from '../domain.ts'
import { fieldCodes } from './codeIndex.ts'
import { workbookMessages } from './messages.ts'
import { participationFields, targetLabel } from './targets.ts'

/** What a template column holds. `list` holds several codes in one cell. */
export type ColumnKind = 'date' | 'year' | 'percent' | 'code' | 'list' | 'municipality' | 'text'

/** One column of the template. */
export interface TemplateColumn {
  target: ParticipationField | 'reference' | 'participantCode' | 'intervention'
  label: Text
  help: Text
  kind: ColumnKind
  required: boolean
  /** The labels to choose among, for `code` and `list`. */
  choices: readonly Text[]
}

// Required at entry; the schema itself lets municipality and support be absent.
const required = new Set<string>(['entryDate', 'sex', 'birthYear', 'municipality', 'occupationBefore', 'supportBefore', 'ground'])
const lists = new Set<string>(['supportBefore', 'supportAfter', 'targetGroups'])

function kindOf(field: ParticipationField): ColumnKind {
  if (lists.has(field)) return 'list'
  if (fieldCodes[field]) return 'code'
  if (field.endsWith('Date')) return 'date'
  if (field.includes('Extent')) return 'percent'
  return field === 'birthYear' ? 'year' : 'municipality'
}

function fieldColumn(field: ParticipationField): TemplateColumn {
  const help = Participation.shape[field].meta()?.['help'] as Text
  const choices = fieldCodes[field]?.codes.map((code) => code.label) ?? []
  return { target: field, label: targetLabel(field), help, kind: kindOf(field), required: required.has(field), choices }
}

function extraColumn(target: 'reference' | 'participantCode' | 'intervention', help: Text): TemplateColumn {
  return { target, label: targetLabel(target), help, kind: 'text', required: false, choices: [] }
}

/** The columns of the import template, derived from the schema, with the import keys first. */
export function templateColumns(): TemplateColumn[] {
  return [
    extraColumn('reference', workbookMessages['import.template.referenceHelp']),
    extraColumn('participantCode', workbookMessages['import.template.codeHelp']),
    extraColumn('intervention', workbookMessages['import.template.interventionHelp']),
    ...participationFields.map(fieldColumn),
  ]
}

/** Invented rows that show how the template is filled in. Their references begin with EXEMPEL, so they are never imported. */
export const exampleRows: readonly (Participation & { reference: string })[] = [
  {
    reference: 'EXEMPEL 1',
    entryDate: '2024-02-05',
    municipality: '1280',
    sex: 'woman',
    birthYear: 1985,
    ageReason: null,
    bornAbroad: 'no',
    timeSinceWork: 'from24to60',
    education: 'upperSecondary',
    timeOnSupport: 'from2to5',
    occupationBefore: 'other',
    workExtentBefore: 0,
    studyExtentBefore: 0,
    supportBefore: { sjukpenning: 100 },
    targetGroups: ['longTermSick', 'mentalIllHealth'],
    referredBy: 'fk',
    socialContactsBefore: 'poorly',
    ownAbilityBefore: 'partly',
    workBeliefBefore: 'notAtAll',
    ground: 'consent',
    groundDate: '2024-02-01',
    exitDate: '2024-10-31',
    exitReason: 'toWork',
    occupationAfter: 'work',
    workExtentAfter: 50,
    studyExtentAfter: 0,
    workType: 'subsidised',
    supportAfter: { sjukpenning: 50, lon: 50 },
    socialContactsAfter: 'partly',
    ownAbilityAfter: 'fairlyWell',
    workBeliefAfter: 'fully',
  },
  {
    reference: 'EXEMPEL 2',
    entryDate: '2024-09-16',
    municipality: '1281',
    sex: 'man',
    birthYear: 2001,
    ageReason: null,
    bornAbroad: null,
    timeSinceWork: 'never',
    education: 'compulsory',
    timeOnSupport: 'under1',
    occupationBefore: 'jobSeeking',
    workExtentBefore: null,
    studyExtentBefore: null,
    supportBefore: { ekonomisktBistand: null },
    targetGroups: ['youth'],
    referredBy: 'municipality',
    ground: 'publicInterest',
    groundDate: '2024-09-16',
    exitDate: null,
    exitReason: null,
    occupationAfter: null,
    workExtentAfter: null,
    studyExtentAfter: null,
    workType: null,
    supportAfter: null,
  },
]
