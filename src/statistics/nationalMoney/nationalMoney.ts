import { isShown, valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { ApprovedYear } from '../../financing/approved/approvedStore.ts'
import { sumOfKnown } from '../../values/sumOfKnown.ts'
import type { AssociationMoney, MoneyYear, NationalMoney } from './contract.ts'

/** What is known of an association beside its ledgers. */
export interface MoneySource {
  slug: string
  /** Inhabitants 16–64 of its area, as estimated by the newest register. */
  workingAge: number
  /** Support measure of its area in a year, tkr, where the national office shows it. */
  support: (year: number) => number | undefined
  /** What its interventions cost it in a year that it has approved; öre. */
  interventionsOre: (year: number) => number | null
  /** Published participations of a year. */
  participations: (year: number) => Cell | undefined
}

const payers = ['state', 'regions', 'municipalities'] as const

/**
 * The money of the associations, by year and association, of years that they have approved. Amounts are sums of what is entered, never estimated; a ratio is of
 * those associations alone that have both its parts; participations are published cells, and only shown ones are divided by.
 */
export function nationalMoney(
  approved: readonly ApprovedYear[],
  sourceOf: (associationId: string) => MoneySource,
  { demo, whole, coverage }: Pick<NationalMoney, 'demo' | 'whole'> & { coverage: (year: number) => MoneyYear['coverage'] },
): NationalMoney {
  const found = approved.map((one) => ({ one, line: associationMoney(one, sourceOf(one.associationId)) }))
  const byYear = Map.groupBy(found, ({ one }) => one.year)
  const years = [...byYear]
    .sort(([one], [other]) => other - one)
    .map(([year, some]) => ({
      ...moneyYear(
        year,
        some.map(({ one, line }) => {
          const { workingAge, support } = sourceOf(one.associationId)
          return { ...line, approved: one, workingAge, support: support(year) }
        }),
      ),
      coverage: coverage(year),
    }))
  return { demo, whole, years, associations: found.map(({ line }) => line) }
}

function associationMoney(one: ApprovedYear, source: MoneySource): AssociationMoney {
  const agreedOre = sumOfKnown(one.parties.map((party) => party.agreedOre))
  const decidedOre = sumOfKnown(one.parties.map((party) => party.decidedOre))
  const interventionsOre = source.interventionsOre(one.year)
  const administrationOre = one.administrationActualOre
  const cost = interventionsOre === null || administrationOre === null ? null : interventionsOre + administrationOre
  const participations = source.participations(one.year) ?? null
  const heads = participations && isShown(participations) ? valueOf(participations)! : 0
  const setsLevel = one.parties.filter((party) => party.setsLevel).map(({ payer }) => payer)
  return {
    ...{ year: one.year, slug: source.slug, name: one.associationName, agreedOre, decidedOre, levelOre: one.levelOre },
    missingOre: agreedOre === null || one.levelOre === null ? null : Math.max(0, agreedOre - one.levelOre),
    setsLevel: setsLevel.length === one.parties.length ? [] : setsLevel,
    perInhabitantOre: decidedOre === null || source.workingAge === 0 ? null : Math.round(decidedOre / source.workingAge),
    perNeedOre: perNeed(decidedOre, source.support(one.year)),
    ...{ interventionsOre, administrationOre, participations },
    administrationShare: cost ? administrationOre! / cost : null,
    perParticipationOre: cost !== null && heads > 0 ? Math.round(cost / heads) : null,
  }
}

/** Öre of each million kronor of support measure, which is in thousands of kronor. */
const perNeed = (ore: number | null, support: number | undefined): number | null =>
  ore === null || !support ? null : Math.round((ore * 1000) / support)

type Line = AssociationMoney & { approved: ApprovedYear; workingAge: number; support: number | undefined }

function moneyYear(year: number, lines: readonly Line[]): Omit<MoneyYear, 'coverage'> {
  const sum = (of: (line: Line) => number | null): number | null => sumOfKnown(lines.map(of))
  const parties = lines.flatMap(({ approved }) => approved.parties)
  const deciding = lines.filter(({ decidedOre }) => decidedOre !== null)
  const people = deciding.reduce((all, { workingAge }) => all + workingAge, 0)
  const costing = lines.filter(({ administrationShare }) => administrationShare !== null)
  const administration = sumOfKnown(costing.map(({ administrationOre }) => administrationOre))
  const cost = costing.reduce((all, line) => all + line.administrationOre! + line.interventionsOre!, 0)
  const decidedOre = sum((line) => line.decidedOre)
  return {
    ...{ year, approved: lines.length, decidedOre },
    parties: payers.map((payer) => {
      const own = parties.filter((party) => party.payer === payer)
      const of = (step: 'agreedOre' | 'decidedOre' | 'paidOre'): number | null => sumOfKnown(own.map((party) => party[step]))
      return { payer, agreedOre: of('agreedOre'), decidedOre: of('decidedOre'), paidOre: of('paidOre') }
    }),
    agreedOre: sum((line) => line.agreedOre),
    paidOre: sumOfKnown(parties.map(({ paidOre }) => paidOre)),
    levelOre: sum((line) => line.levelOre),
    perInhabitantOre: decidedOre === null || people === 0 ? null : Math.round(decidedOre / people),
    interventionsOre: sum((line) => line.interventionsOre),
    administrationOre: sum((line) => line.administrationOre),
    administrationShare: administration === null ? null : administration / cost,
    perParticipation: perParticipation(lines),
    perNeed: perNeedOf(lines),
    belowAgreed: lines.filter(({ missingOre }) => missingOre !== null && missingOre > 0).length,
    spread: spreadOf(lines.flatMap(({ perInhabitantOre }) => (perInhabitantOre === null ? [] : [perInhabitantOre]))),
  }
}

function perNeedOf(lines: readonly Line[]): MoneyYear['perNeed'] {
  const known = lines.filter(({ perNeedOre }) => perNeedOre !== null)
  if (known.length === 0) return null
  const ore = sumOfKnown(known.map(({ decidedOre }) => decidedOre))
  const support = known.reduce((all, line) => all + line.support!, 0)
  return { ore: perNeed(ore, support)!, associations: known.length }
}

function perParticipation(lines: readonly Line[]): MoneyYear['perParticipation'] {
  const known = lines.filter(({ perParticipationOre }) => perParticipationOre !== null)
  if (known.length === 0) return null
  const heads = known.reduce((all, { participations }) => all + valueOf(participations!)!, 0)
  const cost = known.reduce((all, line) => all + line.administrationOre! + line.interventionsOre!, 0)
  return { ore: Math.round(cost / heads), associations: known.length }
}

function spreadOf(values: readonly number[]): MoneyYear['spread'] {
  if (values.length < 2) return null
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const middleOre = Math.round((sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2)
  return { leastOre: sorted[0]!, middleOre, mostOre: sorted.at(-1)!, associations: sorted.length }
}
