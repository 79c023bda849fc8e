import { kernelsOn, type Kernels } from './kernels.ts'

/** Bytes of a page of WebAssembly's memory. */
const page = 65_536
const alignment = 16

/**
 * Memory that the loops of a simplex method run over. Each reserves much of the address space, so what is no longer used is taken again rather than left to
 * be collected.
 */
export class Arena {
  static readonly #idle: Arena[] = []
  readonly kernels: Kernels
  readonly #memory = new WebAssembly.Memory({ initial: 1 })
  #used = 0

  private constructor() {
    this.kernels = kernelsOn(this.#memory)
  }

  /** One with room for so many bytes. Throws a `RangeError` when there is no such room. */
  static take(bytes: number): Arena {
    const arena = Arena.#idle.pop() ?? new Arena()
    const missing = Math.ceil(bytes / page) - arena.#memory.buffer.byteLength / page
    try {
      if (missing > 0) arena.#memory.grow(missing)
    } catch (error) {
      arena.release()
      throw error
    }
    arena.#used = 0
    return arena
  }

  /** Bytes that `numbers` and `wholes` of these lengths take together. */
  static bytes(numbers: readonly number[], wholes: readonly number[]): number {
    return [...numbers.map((length) => 8 * length), ...wholes.map((length) => 4 * length)].reduce((sum, one) => sum + aligned(one), 0)
  }

  /** Noughts, followed by another one where the length is odd: so loops may take two at a time. */
  numbers(length: number): Float64Array {
    return new Float64Array(this.#memory.buffer, this.#next(8 * length), length)
  }

  wholes(length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, this.#next(4 * length), length)
  }

  #next(bytes: number): number {
    const start = this.#used
    this.#used += aligned(bytes)
    new Uint8Array(this.#memory.buffer, start, aligned(bytes)).fill(0)
    return start
  }

  /** Whoever had it must not use it any more. */
  release(): void {
    Arena.#idle.push(this)
  }
}

const aligned = (bytes: number): number => alignment * Math.ceil(bytes / alignment)
