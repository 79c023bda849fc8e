import { Refusal } from '../../platform/errors.ts'

/** What may be wrong with a question, named as PxWebApi names it (`ProblemUtility`), with the status that it answers with. */
const problems = {
  noTable: 404,
  noFolder: 404,
  noPage: 404,
  noCodelist: 404,
  noVariable: 400,
  noValue: 400,
  wrongCodelist: 400,
  noSelection: 400,
  wrongExpression: 400,
  wrongPlacement: 400,
  wrongFormat: 400,
  tooManyCells: 403,
} as const

/** A refusal of open data, told as problem details; `args` go into its text. */
export function problem(kind: keyof typeof problems, args: Record<string, string | number> = {}): Refusal {
  return new Refusal(problems[kind], `opendata.problem.${kind}`, args)
}
