/** How often an interval held the truth, at a number of persons. */
export interface Covered {
  name: string
  n: number
  /** Share of rounds whose interval held the truth. */
  held: number
}
