/** The time box closed. Nothing that was under way when it did may be released. */
export class OutOfTime extends Error {}

/**
 * When a run must end, by the wall clock. It is asked in every loop that may be long, and told to HiGHS, so that a run ends in time however large
 * the tables are.
 */
export class Deadline {
  readonly #now: () => number
  #end: number

  /** @param now milliseconds */
  constructor(now: () => number, seconds: number) {
    this.#now = now
    this.#end = now() + 1000 * seconds
  }

  /** From 0 to a very large number: HiGHS takes no Infinity. */
  get secondsLeft(): number {
    return Math.min(1e9, Math.max(0, this.#end - this.#now()) / 1000)
  }

  get isOver(): boolean {
    return this.#now() >= this.#end
  }

  /** Throws `OutOfTime` when it is over. */
  check(): void {
    if (this.isOver) throw new OutOfTime('The time box closed')
  }

  /** What the work gives, or undefined when it took longer than `seconds` or than there was. */
  within<T>(seconds: number, work: () => T): T | undefined {
    const end = this.#end
    this.#end = Math.min(end, this.#now() + 1000 * seconds)
    try {
      return work()
    } catch (error) {
      if (error instanceof OutOfTime) return undefined
      throw error
    } finally {
      this.#end = end
    }
  }
}

/** For work that takes the time it takes. */
export const noDeadline = new Deadline(() => 0, Infinity)
