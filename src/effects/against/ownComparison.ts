import { RefusedFile, type Refusal } from '../../spreadsheet/limits.ts'
import { breather, type Work } from '../../spreadsheet/work.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { ComparisonFault, FewPersons } from '../comparison/fitted.ts'
import { joinGroups, OneGroup, type EffectColumns } from '../comparison/joinGroups.ts'
import { OwnFile, type FileShown } from './ownFile.ts'
import { leastCompared, ownResult, type OwnResult } from './ownResult.ts'
import { readPersons, type OwnFault } from './readPersons.ts'

/** What is asked, and what is declared since no file can tell it. */
export interface OwnQuestion extends EffectColumns {
  indexDateRule: string | undefined
  lottery: boolean
}

/** What a model cannot do, or whom it lacks: `effects.model.<key>`. */
export interface OwnModelFault {
  key: 'nobodyStarted' | 'everybodyStarted' | 'tooFew' | 'constant' | 'dependent' | 'separation' | 'noOverlap'
  args: Record<string, string | number>
}

export type OwnAnswer =
  | { kind: 'result'; result: OwnResult }
  | { kind: 'faults'; faults: OwnFault[]; total: number }
  | { kind: 'model'; fault: OwnModelFault }
  | { kind: 'cancelled' }

const mostTold = 50

/** One or two files and what is reckoned from them: all that the worker of the page does, without the worker. */
export class OwnComparison {
  readonly #files: [OwnFile | undefined, OwnFile | undefined] = [undefined, undefined]

  /** Reads a file in its place: 0 those who started, or all; 1 the comparison persons of a file of their own. */
  async open(
    place: 0 | 1,
    bytes: Uint8Array,
    today: CivilDate,
    work: Work = {},
  ): Promise<FileShown | { kind: 'refused'; refusal: Refusal }> {
    const file = await OwnFile.read(bytes, today, work)
    if (!(file instanceof OwnFile)) return file
    this.#files[place] = file
    return file.shown()
  }

  choose(place: 0 | 1, sheet: number): FileShown {
    const file = this.#files[place]!
    file.choose(sheet)
    return file.shown()
  }

  /** Forgets a file. */
  forget(place: 0 | 1): void {
    this.#files[place] = undefined
  }

  /** Reads what is asked for and compares. What is wrong with files or models comes back as an answer. */
  async compare({ indexDateRule, lottery, ...columns }: OwnQuestion, work: Work = {}): Promise<OwnAnswer> {
    const breathe = breather(work)
    const files = this.#files.filter((one) => one !== undefined)
    try {
      const { persons, asked, faults } = await readPersons(files, columns, (share) => breathe(share * 0.3))
      if (faults.length > 0) return { kind: 'faults', faults: faults.slice(0, mostTold), total: faults.length }
      const joined = joinGroups(persons[0]!, persons[1], asked)
      const question = { ...joined.question, indexDateRule, lottery }
      const few = fewFault(question)
      if (few) return { kind: 'model', fault: few }
      try {
        return { kind: 'result', result: await ownResult(question, joined.leftOut, (share) => breathe(0.3 + share * 0.7)) }
      } catch (error) {
        if (error instanceof ComparisonFault) {
          const { file, row } = joined.whereIs(error.person)
          return { kind: 'model', fault: { key: error.kind, args: { column: error.covariate, row, file } } }
        }
        throw error
      }
    } catch (error) {
      if (error instanceof RefusedFile) return { kind: 'cancelled' }
      if (error instanceof OneGroup) return { kind: 'model', fault: { key: error.lacks, args: { column: columns.treated } } }
      if (error instanceof FewPersons) return { kind: 'model', fault: tooFew(error.group, error.n) }
      throw error
    }
  }
}

const tooFew = (group: 'treated' | 'controls', n: number): OwnModelFault => ({ key: 'tooFew', args: { group, n, least: leastCompared } })

/** The group that has fewer with a known outcome than anything is compared of. */
function fewFault({ treated, outcome }: { treated: Float64Array; outcome: Float64Array }): OwnModelFault | undefined {
  for (const [group, mark] of [
    ['treated', 1],
    ['controls', 0],
  ] as const) {
    const n = treated.reduce((sum, one, at) => sum + (one === mark && !Number.isNaN(outcome[at]!) ? 1 : 0), 0)
    if (n < leastCompared) return tooFew(group, n)
  }
  return undefined
}
