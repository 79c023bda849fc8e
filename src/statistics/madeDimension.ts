import { SupportSource } from '../participations/codes.ts'
import type { Text } from '../values/codeList.ts'
import type { SingleDimension } from './dimension.ts'

/** One code that every fact has: the line of a table that is not broken down. */
export const wholeDimension: SingleDimension = {
  kind: 'single',
  name: 'whole',
  label: { sv: 'Alla', en: 'All' },
  codes: [{ code: 'all', label: { sv: 'Alla', en: 'All' } }],
  column: { name: 'sex', type: 'u8' },
  lookup: new Uint16Array(256),
}

/** The code of what is left out of a table: counted in its totals, in no row of its own. */
export const droppedCode = ''

/** A dimension with some of its codes; the others are one more code, last, that no table shows. */
export function keepingCodes(dimension: SingleDimension, kept: readonly boolean[]): SingleDimension {
  const codes = dimension.codes.filter((_, at) => kept[at])
  const position = dimension.codes.map((_, at) => (kept[at] ? kept.slice(0, at).filter(Boolean).length : codes.length))
  const dropped = { code: droppedCode, label: { sv: '', en: '' } }
  return {
    ...dimension,
    codes: codes.length === dimension.codes.length ? codes : [...codes, dropped],
    lookup: dimension.lookup.map((at) => position[at]!),
  }
}

const durationLimits = [90, 180, 365, 730]
const durationLabels: readonly [string, Text][] = [
  ['under3', { sv: 'Under 3 månader', en: 'Under 3 months' }],
  ['from3to6', { sv: '3–6 månader', en: '3–6 months' }],
  ['from6to12', { sv: '6–12 månader', en: '6–12 months' }],
  ['from12to24', { sv: '1–2 år', en: '1–2 years' }],
  ['over24', { sv: 'Över 2 år', en: 'Over 2 years' }],
]

/** Time from entry to exit in classes (90, 180, 365, 730 days), of exits: they all have a length, so there is no class for unknown. */
export const durationDimension: SingleDimension = {
  kind: 'single',
  name: 'durationClass',
  label: { sv: 'Hur lång tid', en: 'How long' },
  codes: durationLabels.map(([code, label]) => ({ code, label })),
  column: {
    name: 'durationClass',
    type: 'u8',
    derive: ({ columns }) =>
      Uint8Array.from(columns.daysToExit, (days) => {
        const at = durationLimits.findIndex((limit) => days < limit)
        return at < 0 ? durationLimits.length : at
      }),
  },
  lookup: Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, durationLabels.length - 1)),
}

type Source = (typeof SupportSource.codes)[number]['code']

/** Support sources in few groups, so that a picture of before and after can be read and few of its cells are small. */
const supportGroups: readonly { code: string; label: Text; sources: readonly Source[] }[] = [
  {
    code: 'sickness',
    label: { sv: 'Sjukdom', en: 'Sickness' },
    sources: ['sjukpenning', 'rehabiliteringspenning', 'aktivitetsersattning', 'sjukersattning'],
  },
  {
    code: 'unemployment',
    label: { sv: 'Arbetslöshet och etablering', en: 'Unemployment and introduction' },
    sources: ['akassa', 'aktivitetsstod', 'etableringsersattning'],
  },
  { code: 'assistance', label: { sv: 'Ekonomiskt bistånd', en: 'Social assistance' }, sources: ['ekonomisktBistand'] },
  {
    code: 'ownMeans',
    label: { sv: 'Lön, företag eller studier', en: 'Wages, business or studies' },
    sources: ['lon', 'egetForetag', 'studiestod'],
  },
  {
    code: 'other',
    label: { sv: 'Annan offentlig', en: 'Other public support' },
    sources: ['foraldrapenning', 'annanOffentlig'],
  },
  {
    code: 'none',
    label: { sv: 'Ingen offentlig eller känd', en: 'None public or known' },
    sources: ['ingenOffentlig', 'ingenKandInkomst'],
  },
]

/** The main support source (largest extent) before or after, in groups. */
export function supportGroupDimension(name: 'mainSupportBefore' | 'mainSupportAfter'): SingleDimension {
  const isBefore = name === 'mainSupportBefore'
  const groupOf = SupportSource.codes.map(({ code }) => supportGroups.findIndex(({ sources }) => sources.includes(code)))
  return {
    kind: 'single',
    name: isBefore ? 'supportGroupBefore' : 'supportGroupAfter',
    label: isBefore
      ? { sv: 'Huvudsaklig försörjning före', en: 'Main support before' }
      : { sv: 'Huvudsaklig försörjning efter', en: 'Main support after' },
    codes: [...supportGroups.map(({ code, label }) => ({ code, label })), { code: 'unknown', label: { sv: 'Okänd', en: 'Unknown' } }],
    column: { name, type: 'u8' },
    lookup: Uint16Array.from({ length: 256 }, (_, position) => groupOf[position] ?? supportGroups.length),
  }
}
