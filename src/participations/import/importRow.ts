import { z } from 'zod'
import type { CivilDate } from '../../values/civilDate.ts'
import { Participation } from '../domain.ts'
import { findIdentityInRow } from './identity.ts'
import { identityOfHeading } from './identityHeadings.ts'
import { shownValue } from './problem.ts'
import type { Finding, Problem } from './problem.ts'
import { checkParticipation } from './rules.ts'
import { targets } from './targets.ts'
import type { Target } from './targets.ts'

/** A row as it is sent to the server: the coded fields of a participation, its row number in the file and its import keys. Nothing else. */
export const ImportRow = Participation.extend({
  row: z
    .int()
    .min(1)
    .meta({ label: { sv: 'Rad', en: 'Row' } }),
  reference: z.string().max(40).regex(/\d/).optional(),
  participantCode: z
    .string()
    .regex(/^[A-Z0-9-]{4,20}$/)
    .optional(),
  intervention: z.string().min(1).max(100).optional(),
}).strict()
export type ImportRow = z.input<typeof ImportRow>

/** A row without a ground: only a count. The years it spanned, as far as is known, are both ends included. */
export const AnonymousRow = z
  .object({
    row: z.int().min(1),
    sex: Participation.shape.sex,
    fromYear: z.int().min(1990).max(2100),
    toYear: z.int().min(1990).max(2100),
    intervention: z.string().min(1).max(100).optional(),
  })
  .strict()
  .refine((row) => row.fromYear <= row.toYear, { message: 'yearsBackwards' })
export type AnonymousRow = z.infer<typeof AnonymousRow>

/**
 * Checks a row in its canonical form once more, as the server does whatever the browser said: shape, identity, rules across fields.
 * @returns the row when nothing stops it, and every problem (errors and warnings)
 */
export function checkImportRow(input: unknown, today: CivilDate): { row?: ImportRow; problems: Problem[] } {
  const number = rowNumber(input)
  const identity = findIdentityInRow(input, today).map(({ path, kind }) => identityProblem(number, path, kind))
  const parsed = ImportRow.safeParse(input)
  if (!parsed.success) return { problems: [...identity, ...shapeProblems(parsed.error, input, number)] }
  const problems = [...identity, ...checkParticipation(parsed.data, today).map((finding) => problemOf(number, finding))]
  return problems.some((problem) => problem.severity === 'error') ? { problems } : { row: parsed.data, problems }
}

function rowNumber(input: unknown): number {
  const row = (input as { row?: unknown } | null)?.row
  return typeof row === 'number' && Number.isInteger(row) && row > 0 ? row : 0
}

function problemOf(row: number, { field, severity, key, args = {} }: Finding): Problem {
  return { row, field, severity, key, args, found: '' }
}

/** Identity is told by the name of the key, which need not be a field at all. */
function identityProblem(row: number, path: string, kind: string): Problem {
  const field = path.split('.')[0] as keyof typeof ImportRow.shape
  const place = field in ImportRow.shape && field !== 'row' ? { field } : {}
  return { row, ...place, severity: 'error', key: 'identity', args: { name: shownValue(path, false), kind }, found: '' }
}

function shapeProblems(error: z.ZodError, input: unknown, row: number): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .filter((name) => identityOfHeading(name) === undefined)
        .map((name) => ({
          row,
          severity: 'error',
          key: 'unknownField',
          args: { name: shownValue(name, false) },
          found: '',
        }))
    }
    const field = String(issue.path[0] ?? '')
    if (!targets.includes(field as Target)) return [{ row, severity: 'error', key: 'notARow', args: {}, found: '' }]
    const value = (input as Record<string, unknown>)[field]
    const key = value === null || value === undefined ? 'required' : 'unknownCode'
    return [{ row, field: field as Target, severity: 'error', key, args: {}, found: '' }]
  })
}
