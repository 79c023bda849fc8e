import { valueOf, type Cell } from '../disclosure/cell.ts'
import { leastBase, partOf, shareOf } from '../disclosure/share.ts'
import type { Condition } from './countedCells.ts'
import { dimensionsOf, type SingleDimension } from './dimension.ts'
import { percentText, signOf } from './plainText.ts'
import type { Asked } from './question.ts'
import { releasedCells } from './releasedCells.ts'
import type { Counting } from './releasedTable.ts'
import type { Text } from '../values/codeList.ts'
import type { CaseMixShown } from './domain.ts'

/** Codes of a dimension put together, so that the shares of a unit can be read. */
interface Merged {
  name: string
  groups: { code: string; label: Text; of: string[] }[]
}

/** Age, education and time on support: what must stand beside a comparison. */
const merged: readonly Merged[] = [
  {
    name: 'ageGroup',
    groups: [
      { code: 'under30', label: { sv: 'Under 30 år', en: 'Under 30' }, of: ['16-24', '25-29'] },
      { code: 'from30to49', label: { sv: '30–49 år', en: '30–49' }, of: ['30-39', '40-49'] },
      { code: 'from50', label: { sv: '50 år och äldre', en: '50 and over' }, of: ['50-59', '60+'] },
    ],
  },
  {
    name: 'education',
    groups: [
      {
        code: 'atMostCompulsory',
        label: { sv: 'Högst grundskola', en: 'At most compulsory school' },
        of: ['compulsoryNotCompleted', 'compulsory'],
      },
      { code: 'upperSecondary', label: { sv: 'Gymnasium', en: 'Upper secondary' }, of: ['upperSecondary'] },
      { code: 'postSecondary', label: { sv: 'Eftergymnasial', en: 'Post-secondary' }, of: ['postSecondary'] },
    ],
  },
  {
    name: 'timeOnSupport',
    groups: [
      { code: 'atMost2', label: { sv: 'Högst 2 år', en: 'At most 2 years' }, of: ['none', 'under1', 'from1to2'] },
      { code: 'from2to5', label: { sv: '2–5 år', en: '2–5 years' }, of: ['from2to5'] },
      { code: 'over5', label: { sv: 'Över 5 år', en: 'Over 5 years' }, of: ['from5to10', 'over10'] },
    ],
  },
]

/** A dimension whose codes are put together; what is in no group is unknown, last. */
function mergedDimension(dimension: SingleDimension, groups: Merged['groups']): SingleDimension {
  const position = dimension.codes.map(({ code }) => {
    const at = groups.findIndex(({ of }) => of.includes(code))
    return at < 0 ? groups.length : at
  })
  const unknown = { code: 'unknown', label: { sv: 'Okänd', en: 'Unknown' } }
  return {
    ...dimension,
    codes: [...groups.map(({ code, label }) => ({ code, label })), unknown],
    lookup: dimension.lookup.map((at) => position[at]!),
  }
}

/**
 * Who the participants are, for each unit with 20 or more as shown, in the order of the alphabet, and for the whole country, of cells. No comparison
 * stands without it.
 * @param everybody what those of the whole country must be as well
 */
export function caseMixTable(ask: Asked, cohort: Counting, unit: SingleDimension, everybody: readonly Condition[] = []): CaseMixShown {
  const { locale, t } = ask.writing
  const everywhere = { ...cohort, conditions: everybody }
  const dimensions = merged.map(({ name, groups }) =>
    mergedDimension(dimensionsOf(ask.snapshot.facts).get(name) as SingleDimension, groups),
  )
  const cells = dimensions.map((dimension) => releasedCells(ask.releasing, { ...cohort, axes: [unit, dimension] }))
  const all = dimensions.map((dimension) => releasedCells(ask.releasing, { ...everywhere, axes: [dimension] }))
  const totals = releasedCells(ask.releasing, { ...cohort, axes: [unit] })
  const [country] = releasedCells(ask.releasing, { ...everywhere, axes: [] })
  const textsOf = (n: Cell, cellOf: (dimension: number, code: number) => Cell): string[] =>
    merged.flatMap(({ groups }, dimension) => groups.map((_, code) => shareWords(ask, cellOf(dimension, code), n)))
  const order = new Intl.Collator('sv')
  const label = (place: number): string => unit.codes[place]!.label[locale]
  const large = unit.codes.map((_, place) => place).filter((place) => (valueOf(totals[place]!) ?? 0) >= leastBase)
  large.sort((a, b) => order.compare(label(a), label(b)))
  const rows = large.map((place) => ({
    heading: { code: unit.codes[place]!.code, label: label(place) },
    n: totals[place]!,
    texts: textsOf(totals[place]!, (dimension, code) => cells[dimension]![place * dimensions[dimension]!.codes.length + code]!),
  }))
  const whole = {
    heading: { code: '', label: t('statistics.country') },
    n: country!,
    texts: textsOf(country!, (dimension, code) => all[dimension]![code]!),
  }
  return {
    groups: dimensions.map(({ label }, at) => ({ title: label[locale], columns: merged[at]!.groups.map((group) => group.label[locale]) })),
    rows: [...rows, whole],
  }
}

function shareWords({ noise, writing }: Asked, part: Cell, n: Cell): string {
  const share = shareOf(partOf(part, n), n, noise)
  return share && valueOf(n) ? `${signOf(part)}${percentText(share.x / share.n, writing.locale)}` : writing.t('statistics.notShown')
}
