import { emptyContent } from '../applications/emptyContent.ts'
import type { ApplicationContent } from '../applications/domain.ts'
import type { ApplicationAct, ApplicationState } from '../applications/path.ts'
import { stableId } from '../associations/register.ts'
import type { Queries } from '../platform/database.ts'
import { addDays, type CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'

const by = 'berit.exempelius'

interface Invented {
  name: string
  /** How many of the members have answered. */
  answers: number
  whole: boolean
  esf?: boolean
  steps: { act: ApplicationAct; was: ApplicationState; state: ApplicationState; daysAgo: number; note?: string; reference?: string }[]
}
const invented: Invented[] = [
  { name: 'Språk och praktik i samma vecka', answers: 0, whole: false, steps: [] },
  {
    ...{ name: 'En väg in efter lång sjukskrivning', answers: 2, whole: true, esf: true },
    steps: [{ act: 'submit', was: 'draft', state: 'submitted', daysAgo: 20 }],
  },
  {
    ...{ name: 'Digital mötesplats', answers: 0, whole: true },
    steps: [
      { act: 'submit', was: 'draft', state: 'submitted', daysAgo: 200 },
      { act: 'recommendReject', was: 'submitted', state: 'recommended', daysAgo: 188, note: 'Ingen part vill äga den.' },
      {
        ...{ act: 'reject', was: 'recommended', state: 'rejected', daysAgo: 170, reference: '§ 14' },
        note: 'Behovet är verkligt, men ingen medlem har sagt ja till att äga insatsen. Kan tas upp på nytt när någon gör det.',
      },
    ],
  },
]

/** Invents applications of an association: a draft, one with the preparation group that a member has not answered, and one that the board has rejected. */
export async function loadApplications(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const members = await membersOf(queries, association.id)
  for (const [at, one] of invented.entries()) {
    const key = { association_id: association.id, application_id: stableId(`application ${association.slug} ${at}`) }
    await loadContent(queries, key, one, today)
    await loadSteps(queries, key, one, today)
    if (one.esf) await loadTerms(queries, key, begunOn(one, today))
    await loadAnswers(queries, key, members.slice(0, one.answers), today)
  }
}

interface Key {
  association_id: string
  application_id: string
}
const stamp = (day: CivilDate) => ({ recorded_at: `${day}T09:00:00Z`, recorded_by: by })
const begunOn = ({ steps }: Invented, today: CivilDate): CivilDate => addDays(today, -(steps[0]?.daysAgo ?? 5) - 10)

async function loadContent(queries: Queries, key: Key, one: Invented, today: CivilDate): Promise<void> {
  const stamped = stamp(begunOn(one, today))
  await queries
    .insertInto('application')
    .values({ association_id: key.association_id, id: key.application_id, ...stamped })
    .execute()
  const content = JSON.stringify({ ...emptyContent, name: one.name, esf: one.esf ?? false, ...(one.whole && wholeContent(today)) })
  await queries
    .insertInto('application_version')
    .values({ ...key, version: 1, content, ...stamped })
    .execute()
}

async function loadTerms(queries: Queries, key: Key, day: CivilDate): Promise<void> {
  const none = { flat_rate_permille: null, unit_cost_ore: null, units: null }
  const terms = { fund_permille: 500, claim_every: 3, lag_months: 4, source: 'Påhittad utlysning, område A' }
  await queries
    .insertInto('esf_plan')
    .values({ ...key, version: 1, ...none, ...terms, ...stamp(day) })
    .execute()
}

async function loadSteps(queries: Queries, key: Key, one: Invented, today: CivilDate): Promise<void> {
  const none = { meeting_on: null, reference: '', note: '', amount_ore: null, intervention_id: null }
  const begun = begunOn(one, today)
  const first = { step: 1, previous: null, act: 'begin', was: null, state: 'draft', dated: begun }
  const later = one.steps.map(({ daysAgo, ...step }, at) => {
    const dated = addDays(today, -daysAgo)
    return { step: at + 2, previous: at + 1, dated, ...step, meeting_on: step.act === 'submit' ? addDays(dated, 12) : null }
  })
  await queries
    .insertInto('application_step')
    .values([first, ...later].map((step) => ({ ...key, ...none, ...step, ...stamp(step.dated) })))
    .execute()
}

/** The first lends staff, the second owns it. */
async function loadAnswers(queries: Queries, key: Key, members: readonly string[], today: CivilDate): Promise<void> {
  for (const [at, organisation_id] of members.entries())
    await queries
      .insertInto('application_answer')
      .values({
        ...{ ...key, organisation_id, version: 1, takes_part: true, owns: at === 1, staff: at === 0 ? '0,5 handläggare' : '' },
        ...{ cofinancing_ore: at === 0 ? 250_000_00 : 0, cofinancing_kind: at === 0 ? 'staff' : 'none', decided_by: 'Enhetschef' },
        ...{ decided_on: addDays(today, -22 + at), evidence: 'Påhittat beslut', ...stamp(addDays(today, -21)) },
      })
      .execute()
}

async function membersOf(queries: Queries, associationId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select('o.id')
    .where('m.association_id', '=', associationId)
    .where('m.valid_to', 'is', null)
    .orderBy('o.party', 'desc')
    .orderBy('o.name')
    .execute()
  return rows.map(({ id }) => id)
}

/** What it takes to be submitted, in invented words. */
function wholeContent(today: CivilDate): Partial<ApplicationContent> {
  const year = Number(today.slice(0, 4)) + 1
  return {
    need: 'Många som varit sjukskrivna länge står utan kontakt med någon som håller ihop stödet. Påhittad kartläggning, 2 av 3 kommuner.',
    failure: 'Var och en gör sitt, men ingen samordnar mellan vårdens plan och arbetslivets.',
    ...{ targetGroup: 'Personer som varit sjukskrivna mer än ett år', ageFrom: 18, ageTo: 64, planned: 40 },
    aim: 'Att fler kommer närmare arbete eller studier, och att de som inte gör det får rätt stöd.',
    ...{ indicators: 'Läget 6, 12 och 24 månader efter start.', activities: 'Gemensamma möten varje vecka, praktik och uppföljning.' },
    ...{ from: `${year}-02-01`, to: `${year + 1}-12-31` },
    budget: [year, year + 1].flatMap((one) => [
      { year: one, kind: 'staff' as const, amountOre: 1_200_000_00 },
      { year: one, kind: 'premises' as const, amountOre: 150_000_00 },
    ]),
    ...{ equality: 'Resultat följs för kvinnor och män.', children: 'Barns behov tas upp när en förälder deltar.' },
    ...{ accessibility: 'Lokaler utan trappor, material på lätt svenska.', risks: 'Rekryteringen kan ta tid.' },
    comparison: 'De som väntar på plats, om kön blir längre än tre månader.',
    ...{ adoption: 'Parterna prövar efter 18 månader om det ska ingå i ordinarie arbete.', dataProtection: 'Uppgifter hålls hos ägaren.' },
  }
}
