/** A row of the log without what it says: its place in the chain, the hashes stored with it, and the hash that its contents should have. */
export interface Link {
  seq: number
  at: string
  previous: string
  hash: string
  /** Worked out anew from what the row says now. */
  seal: string
}

/** What was known of a chain at some time, kept outside the database: its last row then. */
export interface AnchorPoint {
  chain: string
  seq: number
  hash: string
}

/**
 * What somebody has done to rows `from`–`to` of a chain: removed them, altered what they say, moved them, or sealed the chain anew so that
 * it hangs together but is another than was anchored. `after` and `before` are the times of the rows around, where they are known.
 */
export interface Finding {
  kind: 'removed' | 'altered' | 'moved' | 'resealed'
  chain: string
  from: number
  to: number
  after: string | null
  before: string | null
}

/** The hash before the first row. */
export const FIRST = '0'.repeat(64)

/** Goes through one chain from its first row, in order, and finds what does not hang together. */
export class ChainCheck {
  readonly #chain: string
  readonly #anchors: Map<number, Set<string>>
  readonly #places = new Map<string, number>()
  readonly #found: Finding[] = []
  readonly #broken: Link[] = []
  #last: Link | undefined
  #isLastSound = true
  rows = 0

  constructor(chain: string, anchors: readonly AnchorPoint[]) {
    this.#chain = chain
    const own = anchors.filter((one) => one.chain === chain)
    this.#anchors = new Map([...Map.groupBy(own, ({ seq }) => seq)].map(([seq, points]) => [seq, new Set(points.map(({ hash }) => hash))]))
  }

  /** The next row. */
  add(link: Link): void {
    this.rows++
    if (!this.#places.has(link.hash)) this.#places.set(link.hash, link.seq)
    const lastSeq = this.#last?.seq ?? 0
    const isSound = link.seal === link.hash
    if (link.seq > lastSeq + 1) this.#find('removed', lastSeq + 1, link.seq - 1, this.#last?.at, link.at)
    else if (isSound && this.#isLastSound && link.previous !== (this.#last?.hash ?? FIRST)) this.#findAltered(this.#last ?? link)
    if (!isSound) this.#broken.push(link)
    const isAnchored = this.#anchors.get(link.seq)
    if (isSound && isAnchored && (isAnchored.size > 1 || !isAnchored.has(link.hash))) this.#find('resealed', link.seq, link.seq, link.at)
    this.#last = link
    this.#isLastSound = isSound
  }

  /** All that was found, in the order of the chain; neighbours with the same fault are one. */
  end(): Finding[] {
    for (const link of this.#broken) {
      const place = this.#places.get(link.previous) ?? (link.previous === FIRST ? 0 : undefined)
      if (place !== undefined && place !== link.seq - 1) this.#find('moved', link.seq, link.seq, link.at, link.at)
      else this.#findAltered(link)
    }
    const lastSeq = this.#last?.seq ?? 0
    const known = Math.max(0, ...this.#anchors.keys())
    if (known > lastSeq) this.#find('removed', lastSeq + 1, known, this.#last?.at)
    return merged(this.#found.sort((a, b) => a.from - b.from))
  }

  #findAltered({ seq, at }: Link): void {
    this.#find('altered', seq, seq, at, at)
  }

  #find(kind: Finding['kind'], from: number, to: number, after: string | null = null, before: string | null = null): void {
    this.#found.push({ kind, chain: this.#chain, from, to, after, before })
  }
}

function merged(findings: readonly Finding[]): Finding[] {
  const runs: Finding[] = []
  for (const one of findings) {
    const run = runs.at(-1)
    const isNext = run?.kind === one.kind && one.from <= run.to + 1
    if (isNext) Object.assign(run, { to: Math.max(run.to, one.to), before: one.before })
    else runs.push({ ...one })
  }
  return runs
}
