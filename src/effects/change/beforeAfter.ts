import { isApproximate, valueOf, type Cell } from '../../disclosure/cell.ts'
import { varianceBehind, type Noise } from '../../disclosure/noise/noise.ts'
import { leastBase } from '../../disclosure/share.ts'
import { choosePeriod, type Asking } from '../../statistics/answer.ts'
import type { FigureTable } from '../../statistics/domain.ts'
import { headings, type Writing } from '../../statistics/figure.ts'
import { flowTables } from '../../statistics/followUp/followUpTables.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedTable } from '../../statistics/releasedTable.ts'
import { aboutAnswer, askedAbout, type PlaceChoice } from '../askedAbout.ts'
import type { BeforeAfter, PairedChange } from '../domain.ts'
import { noisyPairedDifference, type PairedCounts } from '../intervals/pairedShares.ts'
import { occupiedDimension, type Occupied } from './occupied.ts'
import { viewChanges } from './viewChanges.ts'

/** Answers how work and studies changed for those who ended at a place in a period. */
export async function answerBeforeAfter(asking: Asking, choice: PlaceChoice): Promise<BeforeAfter> {
  const { ask, outside } = await askedAbout(asking, choice.place, await choosePeriod(asking, choice))
  return { ...beforeAfterOf(ask), ...aboutAnswer(ask, outside), claim: 'change' }
}

/** What the answer holds beside what every answer says of itself. */
type Content = Omit<BeforeAfter, keyof ReturnType<typeof aboutAnswer> | 'claim'>

/** Before by after, made of cells. */
export function beforeAfterOf(ask: Asked): Content {
  const { t } = ask.writing
  const parts = (['work', 'studies'] as const).map((key) => partOf(ask, key))
  return {
    title: t('effects.change.title'),
    ...{ parts, flows: flowTables(ask), views: viewChanges(ask) },
    sentences: parts.map(({ table }) => table.sentence),
    definition: t('effects.change.definition'),
    regression: ['regression1', 'regression2', 'regression3'].map((key) => t(`effects.change.${key}`)),
    notKnown: ['why', 'going', 'atExit'].map((key) => t(`effects.change.${key}`)),
  }
}

function partOf(ask: Asked, key: Occupied): BeforeAfter['parts'][number] {
  const { writing, noise } = ask
  const [before, after] = [occupiedDimension(key, 'before'), occupiedDimension(key, 'after')]
  const released = releasedTable(ask.releasing, ask.exits, before, after)
  const change = changeOf(released.cells, noise)
  const table: FigureTable = {
    key: `change.${key}`,
    title: writing.t(`effects.change.${key}`),
    definition: `${writing.t('effects.change.definition')} ${writing.t('effects.change.tableHelp')}`,
    ...{ rowTitle: before.label[writing.locale], columnTitle: after.label[writing.locale] },
    ...{ rows: headings(before.codes, writing), columns: headings(after.codes, writing), ...released },
    ...{ isMulti: false, isChange: true },
    sentence: change ? changeText(change, key, writing) : writing.t('effects.change.hidden'),
  }
  return { key, table, change }
}

/** The paired change of what is shown; `null` where a number is hidden or fewer than 20 are known both before and after. */
export function changeOf(cells: readonly (readonly Cell[])[], noise: Noise): PairedChange | null {
  const [yesYes, yesNo, noYes, noNo] = [cells[0]![0]!, cells[0]![1]!, cells[1]![0]!, cells[1]![1]!]
  const of = (value: (cell: Cell) => number | undefined): Partial<PairedCounts> => {
    const [a, b, c, d] = [yesYes, yesNo, noYes, noNo].map(value)
    return { yesYes: a!, yesNo: b!, noYes: c!, noNo: d! }
  }
  const counts = of(valueOf)
  if (!isWhole(counts)) return null
  const n = counts.yesYes + counts.yesNo + counts.noYes + counts.noNo
  if (n < leastBase) return null
  const behind = of((cell) => (isApproximate(cell) ? varianceBehind(noise.table, valueOf(cell)!) : 0))
  const { estimate, lower, upper } = noisyPairedDifference(counts, behind as PairedCounts)!
  return { change: estimate, lower, upper, before: (counts.yesYes + counts.yesNo) / n, after: (counts.yesYes + counts.noYes) / n }
}

function isWhole(counts: Partial<PairedCounts>): counts is PairedCounts {
  return Object.values(counts).every((count) => count !== undefined)
}

/** The change in words, in whole numbers of 100 that add up: it is that of the two as they are told, and what it may be goes as far as that. */
export function changeText({ lower, upper, before, after }: PairedChange, key: Occupied, { t }: Pick<Writing, 't'>): string {
  const [began, ended] = [before, after].map(inHundred) as [number, number]
  const change = ended - began
  const more = (n: number): string => {
    if (n === 0) return t('effects.change.same')
    return t(n > 0 ? 'effects.change.more' : 'effects.change.fewer', { n: Math.abs(n) })
  }
  const ends = { lower: more(Math.min(change, inHundred(lower))), upper: more(Math.max(change, inHundred(upper))) }
  return t('effects.change.text', { what: t(`effects.change.${key}Word`), before: began, after: ended, change: more(change), ...ends })
}

const inHundred = (share: number): number => Math.round(share * 100)
