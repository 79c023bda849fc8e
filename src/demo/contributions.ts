import { stableId } from '../associations/register.ts'
import { apportion } from '../financing/apportion.ts'
import { sharesOf } from '../financing/contributions/level.ts'
import type { LedgerStep } from '../financing/contributions/domain.ts'
import type { Queries } from '../platform/database.ts'
import type { CivilDate } from '../values/civilDate.ts'
import { level, million, unchanged } from './contributionLevel.ts'
import { loadEconomy, moneyOf, writeEconomies } from './economies.ts'
import type { FictiveAssociation } from './layer.ts'
import { loadScenarios } from './scenarios.ts'

const by = 'berit.exempelius'

/**
 * Invents the contributions of an association whose agreement rises from 32 to 48 and 54.7 mkr while one party's contribution stays: the pattern of a case that is
 * known from a real association, here on an invented one. Two years are paid, this year partly, and next year's decisions are still to come.
 */
export async function loadContributions(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const thisYear = Number(today.slice(0, 4))
  const totals = [level, 48 * million, 54.7 * million, 56 * million]
  const rows = totals.flatMap((total, at) => {
    const year = thisYear - 2 + at
    return [
      ...agreed(association, year, total, thisYear),
      ...(at === 3 ? [] : decided(association, year, total, unchanged)),
      ...(at === 3 ? [] : paid(association, year, level, at === 2)),
      ...(at === 2 ? [commissioned(year)] : []),
    ]
  })
  await writeEntries(
    queries,
    association,
    rows.filter(({ dated }) => dated <= today),
  )
  await loadScenarios(queries, association, thisYear + 1, today)
  await loadEconomy(queries, association, thisYear)
}

async function writeEntries(queries: Queries, association: FictiveAssociation, rows: readonly Invented[]): Promise<void> {
  if (rows.length === 0) return
  await queries
    .insertInto('contribution_entry')
    .values(
      rows.map((row) => ({
        association_id: association.id,
        id: stableId(`contribution ${association.slug} ${giverKey(row)} ${row.year} ${row.step} ${row.dated}`),
        ...{ version: 1, withdrawn: false, reason: '', motive: '', earmark: '', ...row },
        ...{ recorded_at: `${row.dated}T09:00:00Z`, recorded_by: by },
      })),
    )
    .execute()
}

/**
 * Invents the contributions and the economy of the other associations, this year and the two before: all parties give alike, a little more than interventions and
 * administration are to cost.
 */
export async function loadOtherBooks(queries: Queries, associations: readonly FictiveAssociation[], today: CivilDate): Promise<void> {
  const thisYear = Number(today.slice(0, 4))
  for (const [at, association] of associations.entries()) {
    const spent = await moneyOf(queries, association)
    const years = [thisYear - 2, thisYear - 1, thisYear].flatMap((year) => {
      const planned = Number(spent.find((one) => one.year === year)?.budget ?? 0)
      const total = Math.ceil((planned * 1.12) / (4 * step)) * 4 * (step / 100)
      return total > 0 ? [{ year, planned, total }] : []
    })
    // In every sixth a region gives a tenth less than was agreed, and so do all.
    const part = at % 6 === 3 ? 0.9 : 1
    const rows = years.flatMap(({ year, total }) => [
      ...agreed(association, year, total, thisYear),
      ...decided(association, year, total, (total / 4) * part),
      ...paid(association, year, total * part, year === thisYear),
    ])
    await writeEntries(
      queries,
      association,
      rows.filter(({ dated }) => dated <= today),
    )
    const economies = years.map(({ year, planned }) => ({
      ...{ year, opening: Math.round(planned * 0.15), budget: Math.round(planned * 0.09) },
      actual: year === thisYear ? null : Math.round(planned * 0.085),
    }))
    await writeEconomies(queries, association, economies)
  }
}

/** What the contributions of the demo are rounded to, a party: a hundred thousand kronor in öre. */
const step = 10_000_000

interface Invented {
  year: number
  organisation_id: string
  step: LedgerStep
  amount_ore: number
  dated: CivilDate
  reference: string
  motive?: string
  earmark?: string
  as_region?: boolean
}

/** Who gives: the organisation, and the quarter where it gives in two. */
const giverKey = ({ organisation_id, as_region }: Pick<Invented, 'organisation_id' | 'as_region'>): string =>
  as_region ? `${organisation_id} region` : organisation_id

/** Money of the state with a purpose of its own, which nobody matches. */
const commissioned = (year: number): Invented => ({
  ...{ year, organisation_id: stableId('fictive fk'), step: 'decided', amount_ore: 1.2 * million * 100 },
  ...{ dated: `${year}-01-20`, reference: `Påhittat uppdrag ${year}:1`, earmark: 'Påhittat riktat uppdrag om unga' },
})

type Part = Pick<Invented, 'organisation_id' | 'as_region'> & { kronor: number }

/** A total by § 5, the municipalities' part by their inhabitants; a region shares its quarter alike with a municipality outside every region (§ 5 a). */
function parts(association: FictiveAssociation, total: number): Part[] {
  const { state, regions, municipalities } = sharesOf(total, 'quarters')
  const people = new Map(association.municipalities.map((one) => [one.organisationId, BigInt(one.population)]))
  const { regionOrganisationId: region, outsideOrganisationId: outside } = association
  const ofOutside = outside === undefined ? 0 : Math.floor(regions / 2)
  return [
    { organisation_id: stableId('fictive fk'), kronor: state },
    { organisation_id: region, kronor: regions - ofOutside },
    ...(outside === undefined ? [] : [{ organisation_id: outside, as_region: true, kronor: ofOutside }]),
    ...[...apportion(municipalities, people)].map(([organisation_id, kronor]) => ({ organisation_id, kronor })),
  ]
}

function agreed(association: FictiveAssociation, year: number, total: number, thisYear: number): Invented[] {
  const first = thisYear - 3
  return parts(association, total).map(({ kronor, ...giver }) => ({
    ...{ year, ...giver, step: 'agreed', amount_ore: kronor * 100 },
    ...{ dated: `${first}-06-15`, reference: `Påhittat avtal ${first}:1` },
  }))
}

function decided(association: FictiveAssociation, year: number, total: number, mostOfRegion: number): Invented[] {
  const before = year - 1
  return parts(association, total).map(({ kronor, ...giver }, at) => {
    const isUnchanged = giver.organisation_id === association.regionOrganisationId && kronor > mostOfRegion
    return {
      ...{ year, ...giver, step: 'decided', amount_ore: (isUnchanged ? mostOfRegion : kronor) * 100 },
      ...{ dated: `${before}-11-1${at % 9}`, reference: `Påhittat beslut ${before}:${10 + at}` },
      ...(isUnchanged && { motive: `Bidraget ligger kvar på nivån från föregående år i avvaktan på en översyn.` }),
    }
  })
}

/** A total is invoiced and paid in two halves; of the year that goes on only the first, as far as it has come. */
function paid(association: FictiveAssociation, year: number, total: number, isThisYear: boolean): Invented[] {
  const halves = isThisYear ? ['02'] : ['02', '08']
  const first = new Map(parts(association, total / 2).map((part) => [giverKey(part), part.kronor]))
  return parts(association, total).flatMap(({ kronor, ...giver }) =>
    halves.flatMap((month, at) => {
      const half = first.get(giverKey(giver))!
      const row = {
        year,
        ...giver,
        amount_ore: (at === 0 ? half : kronor - half) * 100,
        reference: `Påhittad faktura ${year}-${month}`,
      }
      return [
        { ...row, step: 'invoiced' as const, dated: `${year}-${month}-01` },
        { ...row, step: 'paid' as const, dated: `${year}-${month}-28` },
      ]
    }),
  )
}
