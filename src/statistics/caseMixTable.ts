import { valueOf, type Cell } from '../disclosure/cell.ts'
import { leastBase, partOf, shareOf } from '../disclosure/share.ts'
import type { Condition } from './countedCells.ts'
import { dimensionsOf, type SingleDimension } from './dimension.ts'
import { percentText, signOf } from './plainText.ts'
import type { Asked } from './question.ts'
import { releasedCells } from './releasedCells.ts'
import type { Counting } from './releasedTable.ts'
import { caseMixGroups, type Merged } from './caseMixGroups.ts'
import type { CaseMixShown } from './domain.ts'

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
  const dimensions = caseMixGroups.map(({ name, groups }) =>
    mergedDimension(dimensionsOf(ask.snapshot.facts).get(name) as SingleDimension, groups),
  )
  const cells = dimensions.map((dimension) => releasedCells(ask.releasing, { ...cohort, axes: [unit, dimension] }))
  const all = dimensions.map((dimension) => releasedCells(ask.releasing, { ...everywhere, axes: [dimension] }))
  const totals = releasedCells(ask.releasing, { ...cohort, axes: [unit] })
  const [country] = releasedCells(ask.releasing, { ...everywhere, axes: [] })
  const textsOf = (n: Cell, cellOf: (dimension: number, code: number) => Cell): string[] =>
    caseMixGroups.flatMap(({ groups }, dimension) => groups.map((_, code) => shareWords(ask, cellOf(dimension, code), n)))
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
    groups: dimensions.map(({ label }, at) => ({
      title: label[locale],
      columns: caseMixGroups[at]!.groups.map((group) => group.label[locale]),
    })),
    rows: [...rows, whole],
  }
}

function shareWords({ noise, writing }: Asked, part: Cell, n: Cell): string {
  const share = shareOf(partOf(part, n), n, noise)
  return share && valueOf(n) ? `${signOf(part)}${percentText(share.x / share.n, writing.locale)}` : writing.t('statistics.notShown')
}
