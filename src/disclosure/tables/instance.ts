/** A classification as a tree: one total, and codes below it. Numbers of codes are nodes. */
export interface Dimension {
  name: string
  codes: readonly string[]
  /** The node above each node; -1 for the root. */
  parent: Int32Array
  root: number
  /** True when the codes had no common total: the root was put there by us and is never shown. */
  madeRoot: boolean
  /** Depth of each node, 0 for the root. */
  depth: Int32Array
  /** The nodes below each node, in the order of the codes; none in a free dimension. */
  children: readonly (readonly number[])[]
  /** By node, the ways in which it is the sum of others: in a tree its children; a free dimension states its own, and may have several. */
  partitions: readonly (readonly (readonly number[])[])[]
  /** True when the nodes overlap as they like (periods in which somebody took part, codes of which one may have several), so that sums are stated one by one. */
  isFree: boolean
}

/** A table: the full cross of the nodes of its dimensions, down to `maxDepth` where that is given; other dimensions stay at their root. */
export interface Table {
  dims: readonly number[]
  maxDepth: ReadonlyMap<number, number>
  /** Instead of a depth: just these nodes of a dimension. */
  nodes?: ReadonlyMap<number, readonly number[]>
  /** Counts of its own instead of those of the instance: a cell in several tables has the count of the first. */
  base?: readonly Int32Array[]
  /** Never published: stands there because the attacker can reason about it (a completion, a difference between periods). */
  hidden: boolean
}

/** A set of codes, one for each dimension in order. */
export type Tuple = readonly string[]

/**
 * Linked tables of counts, before cells are made of them.
 * `base` holds, for each observed combination of leaves, one node per dimension and then the count.
 */
export interface Instance {
  name: string
  threshold: number
  dims: readonly Dimension[]
  tables: readonly Table[]
  base: readonly Int32Array[]
  /** Nodes that are never published (a period that only follows from others), by number of dimension. */
  hiddenNodes: ReadonlyMap<number, readonly number[]>
  /** Cells that are out already and cannot be taken back. */
  forcedPublished: readonly Tuple[]
  /** Cells that were hidden in an earlier release and stay so. */
  keptHidden: readonly Tuple[]
  /** Cells of groups that are too small to be broken down: hidden together by a rule, so nobody knows which of them are small. */
  withheld: readonly Tuple[]
  /** Cells that everybody knows to be nought (combinations that cannot be). */
  structuralZero: readonly Tuple[]
  /** Dimensions whose codes say something about each one counted (outcome, support): group disclosure is asked of them. */
  attributes: readonly number[]
}

/** The cause of a refusal, named by a key, and where it is. */
export class InstanceFault extends Error {
  readonly key: string
  readonly args: Record<string, string | number>

  constructor(key: string, args: Record<string, string | number> = {}) {
    super(`${key} ${JSON.stringify(args)}`)
    this.key = key
    this.args = args
  }
}
