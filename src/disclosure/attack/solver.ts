import loadHighs, { type Highs } from 'highs'
import type { Sums } from '../tables/rows.ts'
import type { Deadline } from './deadline.ts'

export type Solver = Highs

/** What attacks are made with. Those with a deadline throw `OutOfTime` when it is over. */
export interface Attacking {
  solver: Solver
  sums: Sums
  deadline?: Deadline
}

let loaded: Promise<Solver> | undefined

/**
 * HiGHS (Huangfu & Hall 2018), compiled to WebAssembly; loaded once, in Node and in a Web Worker.
 * @param wasmUrl where the browser fetches `highs.wasm` (a bundler's address for `highs/runtime`); Node finds it by itself
 */
export function loadSolver(wasmUrl?: string): Promise<Solver> {
  return (loaded ??= loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl }))
}

/** HiGHS was asked for before it was loaded. */
export class SolverWanted extends Error {}

/** Stands for HiGHS where it is mostly not needed: loading it takes as long as protecting a small table. Throws `SolverWanted` when it is asked for anything. */
export const unloaded: Solver = new Proxy({} as Solver, {
  get() {
    throw new SolverWanted('The solver is not loaded')
  },
})
