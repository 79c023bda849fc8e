/** One thing wrong, and where: a field path such as `body.name`, or a row and column of a file. */
export interface Fault {
  where: string
  key: string
  args?: Record<string, string | number>
}

/**
 * A refusal that the user is told about: what happened, where, and what to do.
 * `key` names a message in the catalogue; the HTTP status is chosen here and nowhere else.
 */
export class Refusal extends Error {
  readonly status: number
  readonly key: string
  readonly args: Record<string, string | number>
  readonly faults: readonly Fault[]
  /** What the row of the log says the refused call was about; never told to the asker. */
  subject: string | undefined
  /** What programs know the refusal by where it is told as problem details; without one the English message. */
  title: string | undefined

  constructor(status: number, key: string, args: Record<string, string | number> = {}, faults: readonly Fault[] = []) {
    super(key)
    this.status = status
    this.key = key
    this.args = args
    this.faults = faults
  }

  /** Has problem details be titled so, whatever the language. */
  titled(title: string): this {
    this.title = title
    return this
  }

  /** Has the row of the log say what the refused call was about. Never a name, nor a code or a value of anybody's. */
  about(subject: string): this {
    this.subject = subject
    return this
  }
}

/** Refusal of something that is not there, or that the asker may not know is there. */
export const notFound = (): Refusal => new Refusal(404, 'error.notFound')

/** Refusal because the rules of the domain say no; the request was well formed. */
export const breaksRule = (key: string, args: Record<string, string | number> = {}, faults: readonly Fault[] = []): Refusal =>
  new Refusal(422, key, args, faults)

/** Throws the refusal of broken rules, each at its place, when there are any. */
export function refuseFaulty(faults: readonly Fault[]): void {
  if (faults[0]) throw breaksRule(faults[0].key, faults[0].args, faults)
}

/** What the framework stops before a handler runs, in the same shape as our own refusals. */
export function frameworkRefusal(error: { code?: string; statusCode?: number }): Refusal {
  if (error.statusCode === 413) return new Refusal(413, 'error.tooLarge')
  if (error.statusCode === 429) return new Refusal(429, 'error.tooMany')
  const status = error.statusCode ?? 500
  return status < 500 ? new Refusal(status, 'error.badRequest') : new Refusal(500, 'error.internal', { id: '–' })
}
