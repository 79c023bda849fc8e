import { StateLater } from '../participations/codes.ts'
import { missingValue } from '../participations/factColumns.ts'
import type { FactColumnName } from '../participations/factColumns.ts'
import type { SingleDimension } from './dimension.ts'

const positions = (...codes: Parameters<typeof StateLater.index>[0][]): ReadonlySet<number> =>
  new Set(codes.map((code) => StateLater.index(code)))
const enough = positions('ordinaryWork', 'subsidisedWork', 'workOfUnknownType', 'studies')
const ofUnknownExtent = StateLater.index('unknownExtent')
const some = new Set([...enough, ...positions('unknownExtent', 'lessWorkOrStudies')])

/** Work of at least 25 % or studies of at least 50 %: 0 no, 1 yes, 2 not known. */
export function inWorkOrStudy(state: number): number {
  if (state === missingValue.u8 || state === ofUnknownExtent) return 2
  return enough.has(state) ? 1 : 0
}

/** Any work or studies, as at exit: 0 no, 1 yes, 2 not known. */
export function inAnyWorkOrStudy(state: number): number {
  if (state === missingValue.u8) return 2
  return some.has(state) ? 1 : 0
}

/** The states that a point has, as a dimension of their own. */
export function stateDimension(name: Extract<FactColumnName, `stateAfter${string}`>): SingleDimension {
  const unknown = StateLater.codes.length
  return {
    ...{ kind: 'single', name, label: { sv: 'Läge', en: 'State' } },
    codes: [...StateLater.codes.map(({ code, label }) => ({ code, label })), { code: 'unknown', label: { sv: 'Okänt', en: 'Unknown' } }],
    column: { name, type: 'u8' },
    lookup: Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, unknown)),
  }
}
