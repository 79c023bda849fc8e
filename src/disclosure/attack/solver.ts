import loadHighs, { type Highs } from 'highs'

export type Solver = Highs

let loaded: Promise<Solver> | undefined

/**
 * HiGHS (Huangfu & Hall 2018), compiled to WebAssembly; loaded once, in Node and in a Web Worker.
 * @param wasmUrl where the browser fetches `highs.wasm` (a bundler's address for `highs/runtime`); Node finds it by itself
 */
export function loadSolver(wasmUrl?: string): Promise<Solver> {
  return (loaded ??= loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl }))
}
