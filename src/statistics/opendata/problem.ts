import { Refusal } from '../../platform/errors.ts'

/**
 * What may be wrong with a question: its status, and the title that PxWebApi has for it, word for word (misspellings too), since clients compare. That of an
 * unknown language is the one that PxWeb 2 looks for.
 */
const problems = {
  noTable: [404, 'Non-existent table'],
  noFolder: [404, 'Non-existent node'],
  noPage: [404, 'Non-existent page'],
  noCodelist: [404, 'Non-existent codelist'],
  noLanguage: [400, 'Unsupported language'],
  noVariable: [400, 'Non-existent variable'],
  noValue: [400, 'Non-existent value'],
  wrongCodelist: [400, 'Non-existent codelist'],
  noSelection: [400, 'Missing selection for mandantory variable'],
  wrongExpression: [400, 'Illegal selection expression'],
  wrongPlacement: [400, 'Illegal placment'],
  wrongFormat: [400, 'Unsupported output format'],
  tooManyCells: [403, 'Too many cells selected'],
} as const

/** A refusal of open data, told as problem details; `args` go into its text. */
export function problem(kind: keyof typeof problems, args: Record<string, string | number> = {}): Refusal {
  const [status, title] = problems[kind]
  return new Refusal(status, `opendata.problem.${kind}`, args).titled(title)
}
