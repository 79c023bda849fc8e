/** What is known of an association beside all of them. Shares are parts of one; `null` is not published. */
export interface Known {
  /** Target groups with how many interventions run here for each, and how many associations have at least one. */
  groups: readonly { code: string; here: number; associations: number }[]
  associations: number
  /** Published participations per 1 000 inhabitants 16–64. */
  reach: { here: number | null; nation: number | null }
  /** The share that went to work or study, with its interval here. */
  outcome: { here: { lower: number; upper: number } | null; nation: number | null }
}

/** A gap between need and what is offered, by a stated rule. */
export type Gap = { kind: 'group'; code: string; associations: number } | { kind: 'reach' } | { kind: 'outcome' }

/** Part of all associations that have something for a group before it is missed here. */
const common = 1 / 3

/**
 * Gaps by rules that can be read on the page: nothing runs for a group that a third of the associations have something for; fewer than half as many participations by inhabitant as
 * in the whole country; the interval of the outcome lies wholly below the country’s share. No ranking: a gap is a question to the preparation group, not a verdict.
 */
export function gapsOf({ groups, associations, reach, outcome }: Known): Gap[] {
  return [
    ...groups
      .filter(({ code, here, associations: n }) => code !== 'other' && here === 0 && n >= Math.max(2, associations * common))
      .map(({ code, associations: n }): Gap => ({ kind: 'group', code, associations: n })),
    ...(reach.here !== null && reach.nation !== null && reach.here < reach.nation / 2 ? [{ kind: 'reach' } as const] : []),
    ...(outcome.here && outcome.nation !== null && outcome.here.upper < outcome.nation ? [{ kind: 'outcome' } as const] : []),
  ]
}
