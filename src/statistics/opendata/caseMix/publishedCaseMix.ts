import { valueOf, type Cell } from '../../../disclosure/cell.ts'
import { leastBase } from '../../../disclosure/share.ts'
import { caseMixGroups } from '../../caseMixGroups.ts'
import type { CaseMixShown } from '../../domain.ts'
import type { Writing } from '../../figure.ts'
import { percentText } from '../../plainText.ts'
import type { Cube } from '../cube.ts'
import { findCell } from '../findCell.ts'

/**
 * Who the participants of some associations are, of published cells of a year: shares of those who are shown, and of the whole country last; `null` where
 * neither age, education nor time on support is published by place. A share of which a part is hidden is not shown, nor one of fewer than 20.
 */
export function publishedCaseMix(
  cubes: readonly Cube[],
  { population, year, places }: { population: Cube['population']; year: string; places: readonly string[] },
  { locale, t }: Writing,
): CaseMixShown | null {
  const at = (codes: Record<string, string>): Cell | undefined => findCell(cubes, { population, year, codes })?.cell
  const byPlace = cubes.filter((cube) => cube.population === population && cube.axes.some(({ code }) => code === 'place'))
  const able = caseMixGroups.flatMap(({ name, groups }) => {
    const axis = byPlace.flatMap(({ axes }) => axes).find(({ code }) => code === name)
    return axis ? [{ name, groups, title: axis.label[locale] }] : []
  })
  if (able.length === 0) return null
  const share = (n: Cell, of: Record<string, string>, name: string, codes: readonly string[]): string => {
    const parts = at({ ...of, [name]: codes.join('_') }) ?? codes.map((code) => at({ ...of, [name]: code }))
    const counts = [parts].flat().map((cell) => cell && valueOf(cell))
    const [base, known] = [valueOf(n) ?? 0, counts.filter((count) => count !== undefined)]
    if (known.length < counts.length || base < leastBase) return t('statistics.notShown')
    return percentText(known.reduce((sum, count) => sum + count, 0) / base, locale)
  }
  const line = (heading: { code: string; label: string }, of: Record<string, string>): CaseMixShown['rows'] => {
    const n = at(of)
    if (!n) return []
    return [{ heading, n, texts: able.flatMap(({ name, groups }) => groups.map((group) => share(n, of, name, group.of))) }]
  }
  const names = new Map(
    byPlace
      .flatMap(({ axes }) => axes.filter(({ code }) => code === 'place').flatMap(({ values }) => values))
      .map((one) => [one.code, one.label[locale]]),
  )
  const order = new Intl.Collator('sv')
  const known = places.filter((code) => names.has(code) && !code.includes('/')).map((code) => ({ code, label: names.get(code)! }))
  known.sort((a, b) => order.compare(a.label, b.label))
  return {
    groups: able.map(({ title, groups }) => ({ title, columns: groups.map(({ label }) => label[locale]) })),
    rows: [...known.flatMap((one) => line(one, { place: one.code })), ...line({ code: '', label: t('statistics.country') }, {})],
  }
}
