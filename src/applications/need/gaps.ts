import type { NeedFigureKind } from './contract.ts'
import type { NeedFigure } from './figures.ts'

/** What is known of an association beside all of them. Shares are parts of one; `null` is not published. */
export interface Known {
  /** Target groups with how many interventions run here for each, and how many associations have at least one. */
  groups: readonly { code: string; here: number; associations: number }[]
  associations: number
  /** Published participations per 1 000 inhabitants 16–64. */
  reach: { here: number | null; nation: number | null }
  /** The share that went to work or study, with its interval here. */
  outcome: { here: { lower: number; upper: number } | null; nation: number | null }
  /** The association's own figures. */
  figures: readonly Pick<NeedFigure, 'kind' | 'key' | 'total' | 'perThousand'>[]
}

/** A gap between need and what is offered, by a stated rule. */
export type Gap =
  | { kind: 'group'; code: string; associations: number }
  | { kind: 'reach' }
  | { kind: 'outcome' }
  | { kind: 'waiting'; key: string }
  | { kind: 'municipality'; of: NeedFigureKind; key: string; mean: number }

/** Part of all associations that have something for a group before it is missed here. */
const common = 1 / 3
/** As many wait for one intervention before it is a gap. */
const queue = 5
/** How much more of 1 000 inhabitants than in the association's municipalities together, and how many at least. */
const above = { times: 1.5, least: 20 }

/**
 * Gaps by rules that can be read on the page: nothing runs for a group that a third of the associations have something for; fewer than half as many participations by inhabitant as
 * in the whole country; the interval of the outcome lies wholly below the country’s share; five or more wait for an intervention; a municipality
 * has one and a half times as many of 1 000 inhabitants as the municipalities entered together. No ranking: a gap is a question to the preparation group, not a verdict.
 */
export function gapsOf({ groups, associations, reach, outcome, figures }: Known): Gap[] {
  return [
    ...groups
      .filter(({ code, here, associations: n }) => code !== 'other' && here === 0 && n >= Math.max(2, associations * common))
      .map(({ code, associations: n }): Gap => ({ kind: 'group', code, associations: n })),
    ...(reach.here !== null && reach.nation !== null && reach.here < reach.nation / 2 ? [{ kind: 'reach' } as const] : []),
    ...(outcome.here && outcome.nation !== null && outcome.here.upper < outcome.nation ? [{ kind: 'outcome' } as const] : []),
    ...figures.filter(({ kind, total }) => kind === 'waiting' && total >= queue).map(({ key }): Gap => ({ kind: 'waiting', key })),
    ...municipalityGaps(figures),
  ]
}

function municipalityGaps(figures: Known['figures']): Gap[] {
  const placed = figures.filter(({ kind, perThousand }) => kind !== 'waiting' && perThousand !== null)
  return [...Map.groupBy(placed, ({ kind }) => kind)].flatMap(([of, own]) => {
    const people = own.reduce((sum, { total, perThousand }) => sum + (perThousand! > 0 ? (total * 1000) / perThousand! : 0), 0)
    const mean = people > 0 ? (own.reduce((sum, { total }) => sum + total, 0) * 1000) / people : 0
    return own
      .filter(({ total, perThousand }) => total >= above.least && perThousand! >= above.times * mean)
      .map(({ key }): Gap => ({ kind: 'municipality', of, key, mean }))
  })
}
