import type { Queries } from '../platform/database.ts'
import { PreciseOrientation, TargetGroup } from '../interventions/codes.ts'
import { dateOfDayNumber, dayNumber } from '../values/civilDate.ts'
import { levels } from './calibration.ts'
import type { FictiveAssociation } from './layer.ts'
import type { Random } from './random.ts'

/** An invented intervention with what the participants' generator needs of it. */
export interface FictiveIntervention {
  id: string
  name: string
  association: FictiveAssociation
  /** Another association that shares it, for a few. */
  partner: FictiveAssociation | undefined
  ownerId: string
  identified: boolean
  structural: boolean
  start: string
  end: string | null
  /** Codes of the municipalities that it is stated to be for; none for some. */
  municipalities: string[]
  /** Relative size. */
  weight: number
  /** How much better or worse it goes here than on average, as a factor on the odds. */
  luck: number
  targetGroups: (typeof TargetGroup.codes)[number]['code'][]
}

const first = 'Nya Öppna Trygga Första Andra Lilla Stora Gemensamma Unga Raka Långa Korta'.split(' ')
const second = 'Steget Vägen Dörren Bron Starten Verkstaden Trappan Hubben Spåret Navet Bryggan Kraften Rummet Kompassen Lotsen'.split(' ')
const preciseIndividual = PreciseOrientation.codes.slice(0, 7).map((one) => one.code)
const preciseStructural = PreciseOrientation.codes.slice(7).map((one) => one.code)
const methods = ['IPS', 'SE', 'KOORD', 'MI', 'GRUPP', 'FORREHAB']

/** Invents the interventions of all associations between two days. `mean` = interventions per association. */
export function inventInterventions(
  associations: readonly FictiveAssociation[],
  mean: number,
  years: { from: number; today: string },
  random: Random,
): FictiveIntervention[] {
  return associations.flatMap((association, at) => {
    // Negative binomial as a gamma mixture: overdispersion k = 2 is a sum of two exponentials.
    const rate = (-Math.log(1 - random.next()) - Math.log(1 - random.next())) / levels.interventions.dispersion_k
    const count = Math.max(levels.interventions.min, Math.round(mean * rate))
    return Array.from({ length: count }, (_, i) => {
      const structural = i > 1 && !random.chance(levels.interventions.andel_individ + 0.2)
      const span = dayNumber(years.today) - dayNumber(`${years.from}-01-01`)
      const startDay = i === 0 ? dayNumber(`${years.from}-01-01`) : dayNumber(`${years.from}-01-01`) + random.below(Math.max(1, span - 200))
      const lastDay = startDay + 365 * (2 + random.below(7))
      const runs = i === 0 || lastDay > dayNumber(years.today)
      const owner = random.chance(0.75) ? association.municipalities[0]!.organisationId : association.regionOrganisationId
      return {
        id: random.uuid(),
        name: `${random.pick(first)} ${random.pick(second)} ${association.name.split(' ')[1]} ${i + 1}`,
        association,
        partner: random.chance(0.04) ? associations[(at + 1) % associations.length] : undefined,
        ownerId: owner,
        identified: i === 0 || (!structural && random.chance(0.85)),
        structural,
        start: dateOfDayNumber(startDay),
        end: runs ? null : dateOfDayNumber(lastDay),
        weight: random.logNormal(levels.perIntervention.median, levels.perIntervention.sigma),
        luck: Math.exp(0.35 * random.normal()),
        municipalities: areaOf(association, i),
        targetGroups: [...new Set([random.pick(TargetGroup.codes).code, random.pick(TargetGroup.codes).code])],
      }
    })
  })
}

/** The first is for the whole area, the next for the first municipality, and so on; of every sixth nobody has stated it. No chance is drawn, so all else stays as it was. */
function areaOf({ municipalities }: FictiveAssociation, at: number): string[] {
  if (at % 6 === 5) return []
  const codes = municipalities.map(({ code }) => code)
  return at === 0 ? codes : [codes[(at - 1) % codes.length]!]
}

/** Writes the interventions with their associations and yearly money. */
export async function loadInterventions(
  queries: Queries,
  interventions: readonly FictiveIntervention[],
  today: string,
  random: Random,
): Promise<void> {
  const known = new Set((await queries.selectFrom('method').select('code').execute()).map((row) => row.code))
  const usable = methods.filter((code) => known.has(code))
  for (let at = 0; at < interventions.length; at += 200) {
    const part = interventions.slice(at, at + 200)
    await queries
      .insertInto('intervention')
      .values(part.map((one) => columns(one, usable, random)))
      .execute()
    const shares = part.flatMap((one) => sharesOf(one).map((share) => ({ intervention_id: one.id, ...share })))
    await queries.insertInto('intervention_association').values(shares).execute()
  }
  const years = interventions.flatMap((one) => moneyOf(one, Number(today.slice(0, 4)), random))
  for (let at = 0; at < years.length; at += 2000)
    await queries
      .insertInto('intervention_year')
      .values(years.slice(at, at + 2000))
      .execute()
}

function columns(one: FictiveIntervention, usable: readonly string[], random: Random) {
  return {
    id: one.id,
    name: one.name,
    description: 'Påhittad insats för att prova Samlad.',
    start_date: one.start,
    end_date: one.end,
    orientation: one.structural ? 'structural' : 'individual',
    precise_orientations: [random.pick(one.structural ? preciseStructural : preciseIndividual)],
    target_groups: one.targetGroups,
    counting_mode: one.identified ? 'identified' : 'volume',
    methods: usable.length > 0 ? [random.pick(usable)] : [],
    owner_id: one.ownerId,
    parties: ['stateFk', 'stateAf', 'region', 'municipality'].filter((_, i) => i > 1 || random.chance(0.8)),
    esf: random.chance(0.08),
    municipalities: one.municipalities,
    stage: one.end === null ? 'running' : random.pick(['ended', 'evaluated', 'adopted']),
    fictive: true,
  }
}

const ORE = 100
/** Part of a shared intervention that the association pays that began it. */
const ownPercent = 60
const COST_PER_WEIGHT = 24_000

function moneyOf(one: FictiveIntervention, thisYear: number, random: Random) {
  const from = Number(one.start.slice(0, 4))
  const to = Math.min(thisYear, one.end === null ? thisYear : Number(one.end.slice(0, 4)))
  const years = Array.from({ length: to - from + 1 }, (_, i) => {
    const budget = Math.round((one.weight * COST_PER_WEIGHT * (0.8 + 0.4 * random.next())) / 1000) * 1000
    return { year: from + i, budget, spent: Math.round(budget * (0.75 + 0.3 * random.next())) }
  })
  // Each association enters its own part.
  return sharesOf(one).flatMap(({ association_id, share_percent }) => {
    const part = (kronor: number): number => Math.round((kronor * share_percent) / 100) * ORE
    const planned_participants = one.structural ? null : Math.round((one.weight * share_percent) / 100)
    return years.map(({ year, budget, spent }) => ({
      ...{ association_id, intervention_id: one.id, year, planned_participants },
      ...{ budget_ore: part(budget), actual_ore: year < thisYear ? part(spent) : null },
    }))
  })
}

/** Which associations pay, and how much of it each. */
function sharesOf({ association, partner }: FictiveIntervention): { association_id: string; share_percent: number }[] {
  if (!partner) return [{ association_id: association.id, share_percent: 100 }]
  return [
    { association_id: association.id, share_percent: ownPercent },
    { association_id: partner.id, share_percent: 100 - ownPercent },
  ]
}
