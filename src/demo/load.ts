import { randomBytes, randomUUID } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import { insertMany, touchData } from '../participations/bulk.ts'
import { toColumns } from '../participations/columns.ts'
import { factRows } from '../participations/fact.ts'
import type { Participation } from '../participations/domain.ts'
import type { ContactFields } from '../participations/register/contact.ts'
import { viewColumns } from '../participations/register/viewColumns.ts'
import { dayNumber } from '../values/civilDate.ts'
import { makeParticipantCode } from '../values/participantCode.ts'
import { levels } from './calibration.ts'
import { inventFollowUps } from './followUps.ts'
import { inventInterventions, loadInterventions, type FictiveIntervention } from './interventions.ts'
import { loadFictiveLayer, type FictiveAssociation } from './layer.ts'
import { inventCharacter, inventParticipation, inventPerson, type FictivePerson, type PlaceCharacter } from './participants.ts'
import { Draw } from './draw.ts'
import { loadAdoptions } from './adoptions.ts'
import { loadApplications } from './applications.ts'
import { loadCommissions } from './commissions.ts'
import { loadAllocationModels } from './allocationModels.ts'
import { loadClosings } from './closings.ts'
import { loadContributions, loadOtherBooks } from './contributions.ts'
import { loadBooks, loadPlan } from './books.ts'
import { loadGrants } from './grants.ts'
import { loadEvents } from './events.ts'
import { loadFidelity } from './fidelity.ts'
import { loadReporting } from './reporting.ts'
import { loadDemoPersons } from './persons.ts'
import { Random } from './random.ts'
import { inventViews } from './views.ts'

/** How large the synthetic Sweden is to be. */
export interface DemoSize {
  participations: number
  /** Calendar years of entries, counted back from today. */
  years: number
  seed: number
  /** Civil date in Sweden. */
  today: string
}

const CHUNK = 5000
const REGISTRAR = 'disa.testberg'

/** Fills a database that holds the register with a synthetic Sweden. Run inside one transaction; `say` is told how far it has come. */
export async function loadDemo(queries: Queries, size: DemoSize, say: (line: string) => void): Promise<void> {
  const random = new Random(size.seed)
  const associations = await loadFictiveLayer(queries)
  const from = Number(size.today.slice(0, 4)) - size.years + 1
  const mean = Math.min(levels.interventions.medel, 5 + size.participations / 40_000)
  const interventions = inventInterventions(associations, mean, { from, today: size.today }, random)
  await loadInterventions(queries, interventions, size.today, random)
  await loadDemoPersons(queries, associations, interventions)
  await openControllers(queries, interventions, size.today)
  await loadParticipations(queries, interventions, size, random, say)
  await loadAnonymous(queries, interventions, size, random)
  // A random stream of its own, so that what is invented beside changes none of the participations.
  await loadEvents(queries, interventions, size.today, new Random(size.seed + 1))
  await loadFidelity(queries, interventions, size.today, new Random(size.seed + 5))
  await loadReporting(queries, associations, size.today, new Random(size.seed + 2))
  // First, since what a commission pays is in no result of the association's own.
  await loadCommissions(queries, associations[0]!, size.today)
  await loadContributions(queries, associations[0]!, size.today)
  await loadOtherBooks(queries, associations.slice(1), size.today)
  await loadApplications(queries, associations[0]!, size.today)
  await loadBooks(queries, associations[0]!, size.today)
  await loadPlan(queries, associations[0]!, size.today)
  await loadGrants(queries, associations[0]!, size.today)
  await loadAdoptions(queries, interventions, size.today, new Random(size.seed + 6))
  await loadClosings(queries, associations[0]!, size.today)
  await loadAllocationModels(queries, associations, size.today, new Random(size.seed + 5))
  await touchData(queries)
}

async function openControllers(queries: Queries, interventions: readonly FictiveIntervention[], today: string): Promise<void> {
  const owners = [...new Set(interventions.filter((one) => one.identified).map((one) => one.ownerId))]
  const recorded = {
    legal_basis: 'Påhittad: samtycke, artikel 6.1 a',
    special_basis: 'Påhittad: samtycke, artikel 9.2 a',
    register_law: 'Påhittad registerlag',
    decision_reference: 'PÅHITTAT-1',
    decision_date: '2020-01-15',
    dpia_reference: 'PÅHITTAD-DPIA-1',
    processor_agreement: 'PÅHITTAT-PUB-1',
  }
  const opened = { ...recorded, ground: 'consent', opened_at: `${today}T00:00:00Z` }
  await queries
    .insertInto('controller')
    .values(owners.map((id) => ({ ...opened, organisation_id: id, reference_key: randomBytes(32) })))
    .execute()
  const stamp = { tier: 'registration', act: 'opened', recorded_at: opened.opened_at, recorded_by: null }
  await queries
    .insertInto('tier_decision')
    .values(owners.map((id) => ({ ...recorded, ...stamp, controller_id: id, id: randomUUID() })))
    .execute()
}

async function loadParticipations(
  queries: Queries,
  interventions: readonly FictiveIntervention[],
  size: DemoSize,
  random: Random,
  say: (line: string) => void,
): Promise<void> {
  const draw = new Draw(interventions, size.today)
  // A random stream of its own, so that follow-ups change none of the participations.
  const later = new Random(size.seed + 3)
  const asked = new Random(size.seed + 4)
  const codes = new Set<string>()
  const known = new Map<string, FictivePerson[]>()
  const characters = new Map<string, PlaceCharacter>()
  for (let done = 0; done < size.participations; done += CHUNK) {
    const rows: Rows = { participation: [], version: [], contact: [], fact: [] }
    for (let i = done; i < Math.min(size.participations, done + CHUNK); i++) {
      const { intervention, entryDay } = draw.next(random)
      const character = characters.get(intervention.association.id) ?? inventCharacter(random)
      characters.set(intervention.association.id, character)
      const person = choosePerson(known, intervention.ownerId, entryDay, character, random)
      const association = intervention.partner && random.chance(0.4) ? intervention.partner : intervention.association
      const invented = inventParticipation(person, intervention, chooseHome(association, random), entryDay, size.today, random)
      const followUps = inventFollowUps(invented, intervention.luck, size.today, later).map((contact) => ({
        ...contact,
        id: later.uuid(),
      }))
      const { participation, contacts } = inventViews(invented, followUps, asked)
      addRows(rows, { participation, contacts, person, intervention, association, code: newCode(codes, random) }, size.today, random)
    }
    await insertMany(queries, 'participation', rows.participation)
    await insertMany(queries, 'participation_version', rows.version)
    await insertMany(queries, 'contact', rows.contact)
    await insertMany(queries, 'fact', rows.fact)
    const written = Math.min(size.participations, done + CHUNK)
    if (written % 10_000 === 0 || written === size.participations)
      say(`Påhittade deltaganden: ${written.toLocaleString('sv-SE')} av ${size.participations.toLocaleString('sv-SE')}`)
  }
}

/** About one participation in five is by somebody seen before at the same controller. */
function choosePerson(
  known: Map<string, FictivePerson[]>,
  ownerId: string,
  entryDay: number,
  character: PlaceCharacter,
  random: Random,
): FictivePerson {
  const persons = known.get(ownerId) ?? []
  known.set(ownerId, persons)
  const year = 1970 + Math.floor(entryDay / 365.25)
  if (persons.length > 20 && random.chance(0.2)) {
    const again = random.pick(persons)
    if (year - again.birthYear >= 16 && year - again.birthYear < 65) return again
  }
  const person = inventPerson(year, character, random)
  persons.push(person)
  return person
}

/** Larger municipalities send more. */
function chooseHome(association: FictiveAssociation, random: Random): string {
  const weights = Object.fromEntries(association.municipalities.map((one) => [one.code, one.population]))
  return random.weighted(weights)
}

function newCode(codes: Set<string>, random: Random): string {
  let code: string
  do code = makeParticipantCode(random.next)
  while (codes.has(code))
  codes.add(code)
  return code
}

interface Invented {
  participation: Participation
  contacts: (ContactFields & { id: string })[]
  person: FictivePerson
  intervention: FictiveIntervention
  association: FictiveAssociation
  code: string
}

type Rows = Record<'participation' | 'version' | 'contact' | 'fact', Record<string, unknown>[]>

function addRows(rows: Rows, one: Invented, today: string, random: Random): void {
  const id = random.uuid()
  const place = {
    controller_id: one.intervention.ownerId,
    person_id: one.person.id,
    intervention_id: one.intervention.id,
    association_id: one.association.id,
  }
  rows.participation.push({ ...place, id, code: one.code, reference_hmac: null })
  const happened = dayNumber(one.participation.exitDate ?? one.participation.entryDate)
  // Most are registered within weeks, some many months late.
  const late = Math.min(dayNumber(today), happened + Math.round(-Math.log(1 - random.next()) * (random.chance(0.1) ? 150 : 12)))
  rows.version.push({
    controller_id: place.controller_id,
    participation_id: id,
    version: 1,
    current: true,
    recorded_at: new Date(late * 86_400_000).toISOString(),
    recorded_by: REGISTRAR,
    import_id: null,
    ...toColumns(one.participation),
  })
  for (const contact of one.contacts) rows.contact.push(contactRow({ controller_id: place.controller_id, participation_id: id }, contact))
  rows.fact.push(...factRows(id, place, one.participation, one.contacts))
}

function contactRow(
  of: { controller_id: string; participation_id: string },
  { date, id, reached, source, changes, ...views }: Invented['contacts'][number],
): Record<string, unknown> {
  const stamp = { version: 1, current: true, withdrawn: false, recorded_at: `${date}T12:00:00Z`, recorded_by: REGISTRAR }
  return { ...of, ...stamp, id, reached, source, changes, ...viewColumns(views), contact_date: date }
}

/** Anonymous participants of identified interventions, and head-counts of the others, to the share that is known to lack identity. */
/** Participants known only by number, per identified one. */
const uncounted = (1 - levels.identified) / levels.identified
/** How many of them are counted anonymously beside identified ones; the others are in interventions that only count. Assumed. */
const ANONYMOUS = 0.6
/** Calendar years that a participation touches on average, at a median length of nine months; each year counts it. */
const CALENDAR_YEARS = 1.75

async function loadAnonymous(
  queries: Queries,
  interventions: readonly FictiveIntervention[],
  size: DemoSize,
  random: Random,
): Promise<void> {
  const counts = await queries
    .selectFrom('fact')
    .select(['controller_id', 'intervention_id', 'association_id', 'sex'])
    .select((on) => [on.fn.countAll<number>().as('n')])
    .select((on) => on('entry_month', '/', 12).as('year'))
    .groupBy(['controller_id', 'intervention_id', 'association_id', 'sex', 'year'])
    .orderBy('intervention_id')
    .orderBy('association_id')
    .orderBy('year')
    .orderBy('sex')
    .execute()
  const perIdentified = uncounted * ANONYMOUS * CALENDAR_YEARS
  const sums = new Map<string, Record<string, unknown> & { women: number; men: number }>()
  for (const row of counts) {
    const key = `${row.intervention_id} ${row.association_id} ${row.year}`
    const { controller_id, intervention_id, association_id } = row
    const sum = sums.get(key) ?? {
      ...{
        controller_id,
        intervention_id,
        association_id,
        year: Number(row.year),
        id: random.uuid(),
        women: 0,
        men: 0,
      },
      ...{ recorded_at: `${size.today}T00:00:00Z`, recorded_by: REGISTRAR, import_id: null },
    }
    sums.set(key, sum)
    sum[row.sex === 0 ? 'women' : 'men'] += Math.round(Number(row.n) * perIdentified * 2 * random.next())
  }
  const anonymous = [...sums.values()].filter((row) => row.women + row.men > 0)
  for (let at = 0; at < anonymous.length; at += CHUNK) await insertMany(queries, 'anonymous_count', anonymous.slice(at, at + CHUNK))
  await loadHeadCounts(queries, interventions, size, random)
}

async function loadHeadCounts(
  queries: Queries,
  interventions: readonly FictiveIntervention[],
  size: DemoSize,
  random: Random,
): Promise<void> {
  const thisYear = Number(size.today.slice(0, 4))
  const counting = interventions.filter((one) => !one.identified && !one.structural)
  const running = counting.reduce((years, one) => years + yearsOf(one, thisYear).length, 0)
  const perYear = Math.max(6, (size.participations * uncounted * (1 - ANONYMOUS) * CALENDAR_YEARS) / Math.max(1, running))
  const rows = counting.flatMap((one) =>
    yearsOf(one, thisYear).map((year) => ({
      ...{ association_id: one.association.id, intervention_id: one.id, year, version: 1 },
      ...{
        women: Math.round(perYear * random.next() * 2 * levels.woman),
        men: Math.round(perYear * random.next() * 2 * (1 - levels.woman)),
      },
      ...{ recorded_at: `${size.today}T00:00:00Z`, recorded_by: 'berit.exempelius' },
    })),
  )
  for (let at = 0; at < rows.length; at += 2000)
    await queries
      .insertInto('head_count')
      .values(rows.slice(at, at + 2000))
      .execute()
}

/** Calendar years in which an intervention has run. */
function yearsOf(one: FictiveIntervention, thisYear: number): number[] {
  const from = Number(one.start.slice(0, 4))
  const to = one.end === null ? thisYear : Math.min(thisYear, Number(one.end.slice(0, 4)))
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}
