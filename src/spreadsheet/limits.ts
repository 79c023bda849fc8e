/** How much a file may hold before it is refused. Sizes in bytes, lengths in characters. */
export interface Limits {
  fileBytes: number
  /** All parts of a zipped file together, counted while they are inflated. */
  inflatedBytes: number
  /** Inflated ÷ zipped; only looked at above `ratioFromBytes`, as small tables of equal rows shrink a lot. */
  ratio: number
  ratioFromBytes: number
  columns: number
  rows: number
  cells: number
  cellChars: number
}

const MB = 1_000_000

/** The limits of an ordinary import. A person list of a large intervention is a few megabytes. */
export const importLimits: Limits = {
  fileBytes: 50 * MB,
  inflatedBytes: 400 * MB,
  ratio: 300,
  ratioFromBytes: 32 * MB,
  columns: 200,
  rows: 200_000,
  cells: 6_000_000,
  cellChars: 2_000,
}

/** Why a file cannot be read. Texts: `import.refusal.<reason>` in messages.ts. */
export type RefusalReason =
  | 'empty'
  | 'tooLargeFile'
  | 'tooLargeInside'
  | 'tooManyColumns'
  | 'tooManyRows'
  | 'tooManyCells'
  | 'macros'
  | 'oldExcel'
  | 'binaryExcel'
  | 'encrypted'
  | 'webPage'
  | 'notATable'
  | 'damaged'
  | 'noHeadings'
  | 'cancelled'

export interface Refusal {
  reason: RefusalReason
  args: Record<string, string | number>
}

/** Thrown inside the readers; `readTable` turns it into an answer. */
export class RefusedFile extends Error {
  readonly refusal: Refusal
  constructor(reason: RefusalReason, args: Refusal['args'] = {}) {
    super(`File refused: ${reason} ${JSON.stringify(args)}`)
    this.name = 'RefusedFile'
    this.refusal = { reason, args }
  }
}

/** What refuses a file that unfolds into too much. */
export const tooLargeInside = (limits: Limits): RefusedFile =>
  new RefusedFile('tooLargeInside', { limit: Math.round(limits.inflatedBytes / MB) })

/** Refuses by size alone, before a byte is read into memory; `undefined` when the size is fine. */
export function refuseBySize(bytes: number, limits: Limits = importLimits): Refusal | undefined {
  if (bytes === 0) return { reason: 'empty', args: {} }
  if (bytes <= limits.fileBytes) return undefined
  return {
    reason: 'tooLargeFile',
    args: { megabytes: Math.ceil(bytes / MB), limit: Math.round(limits.fileBytes / MB) },
  }
}
