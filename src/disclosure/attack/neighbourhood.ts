import type { Attack } from './attackModel.ts'
import type { Component } from './components.ts'
import { noDeadline, type Deadline } from './deadline.ts'
import { Factor } from './factor.ts'
import { Heap } from './heap.ts'
import { NullSpace } from './nullSpace.ts'
import type { Functional, Polytope } from './polytope.ts'
import type { Scenario } from './scenario.ts'
import type { Attacking } from './solver.ts'

/**
 * What an attacker can hold possible when all but a few suppressed cells are taken to be known: a small part of the polytope. What is possible there is
 * possible in the whole, so worlds found here prove as much, at a fraction of the cost; what is not found here may exist all the same.
 */
export class Neighbourhood implements Attack {
  readonly componentOf: Int32Array
  readonly columnOf: Int32Array
  components: readonly Component[] = []
  readonly #sums: Attacking['sums']
  readonly #scenario: Scenario
  readonly #deadline: Deadline
  /** Of the cells taken in, how many are in each sum. */
  readonly #unknown: Int32Array
  readonly #distance: Float64Array
  #polytope: NullSpace | undefined

  constructor({ sums, deadline = noDeadline }: Attacking, scenario: Scenario) {
    this.#sums = sums
    this.#scenario = scenario
    this.#deadline = deadline
    this.componentOf = new Int32Array(scenario.up.length).fill(-1)
    this.columnOf = new Int32Array(scenario.up.length).fill(-1)
    this.#unknown = new Int32Array(sums.rows.start.length - 1)
    this.#distance = new Float64Array(scenario.up.length).fill(Infinity)
  }

  /** Takes in the `size` suppressed cells nearest to these. A sum is as long as it has suppressed cells: what it ties tightest comes first. */
  centre(suppressed: Uint8Array, cells: Iterable<number>, size: number): void {
    this.#leave()
    const component = this.#peeled(this.#nearest(suppressed, cells, size))
    this.components = [component]
    component.cells.forEach((cell, column) => {
      this.componentOf[cell] = 0
      this.columnOf[cell] = column
    })
  }

  polytope(): Polytope {
    return (this.#polytope ??= this.#makePolytope())
  }

  maximise(_: number, functional: Functional, sign: 1 | -1, target: number): number {
    return this.polytope().maximise(functional, sign, target)
  }

  tryMaximise(_: number, functional: Functional, sign: 1 | -1, target: number): number {
    return this.polytope().maximise(functional, sign, target)
  }

  #leave(): void {
    this.#polytope = undefined
    for (const { cells } of this.components) for (const cell of cells) this.componentOf[cell] = this.columnOf[cell] = -1
  }

  #makePolytope(): NullSpace {
    const [component] = this.components
    const { down, up } = this.#scenario
    return new NullSpace(
      new Factor(component!, this.#sums.rows, this.columnOf, this.#deadline),
      Float64Array.from(component!.cells, (cell) => -down[cell]!),
      Float64Array.from(component!.cells, (cell) => up[cell]!),
      this.#deadline,
    )
  }

  #nearest(suppressed: Uint8Array, cells: Iterable<number>, size: number): number[] {
    const { rows, columns } = this.#sums
    const heap = new Heap()
    const seen: number[] = []
    const reach = (cell: number, far: number): void => {
      if (suppressed[cell] === 0 || far >= this.#distance[cell]!) return
      this.#distance[cell] = far
      seen.push(cell)
      heap.push(far, cell)
    }
    for (const cell of cells) reach(cell, 0)
    const near: number[] = []
    const isSeen = new Set<number>()
    for (let next = heap.pop(); next && near.length < size; next = heap.pop()) {
      const [far, cell] = next
      if (far > this.#distance[cell]!) continue
      near.push(cell)
      for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
        const row = columns.index[at]!
        if (isSeen.has(row)) continue
        isSeen.add(row)
        let length = 0
        for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) length += suppressed[rows.index[place]!]!
        for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) reach(rows.index[place]!, far + length)
      }
    }
    for (const cell of seen) this.#distance[cell] = Infinity
    return near
  }

  /** Without the cells that are alone in a sum, again and again: they cannot move. */
  #peeled(cells: readonly number[]): Component {
    const { rows, columns } = this.#sums
    const unknown = this.#unknown
    const touched = new Set<number>()
    const free = new Set(cells)
    for (const cell of cells) {
      for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
        unknown[columns.index[at]!]!++
        touched.add(columns.index[at]!)
      }
    }
    const single = [...touched].filter((row) => unknown[row] === 1)
    for (const row of single) {
      if (unknown[row] !== 1) continue
      let place = rows.start[row]!
      while (!free.has(rows.index[place]!)) place++
      const cell = rows.index[place]!
      free.delete(cell)
      for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
        const other = columns.index[at]!
        if (--unknown[other]! === 1) single.push(other)
      }
    }
    const left = [...touched].filter((row) => unknown[row]! > 0)
    for (const row of touched) unknown[row] = 0
    return { cells: Int32Array.from(cells.filter((cell) => free.has(cell))), rows: Int32Array.from(left) }
  }

  dispose(): void {
    this.#leave()
    this.components = []
  }
}
