import { stableId } from '../associations/register.ts'
import type { Queries } from '../platform/database.ts'
import { addDays, addMonths, type CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'

const [office, board] = ['berit.exempelius', 'hugo.fiktivsson']

interface Move {
  act: string
  was: string | null
  state: string
  by: string
}
const sent: Move = { act: 'send', was: null, state: 'sent', by: office }
const checked: Move = { act: 'check', was: 'sent', state: 'checked', by: office }
const once: Move = { act: 'attest', was: 'checked', state: 'attestedOnce', by: office }
const twice: Move = { act: 'attest', was: 'attestedOnce', state: 'attested', by: board }
const paid: Move = { act: 'pay', was: 'attested', state: 'paid', by: office }

/** Invents a grant to the association's intervention of this year: agreed, one drawdown paid and one that waits for its second attest. */
export async function loadGrants(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const year = Number(today.slice(0, 4))
  const planned = await queries
    .selectFrom('intervention_year')
    .select(['intervention_id', 'budget_ore'])
    .where('association_id', '=', association.id)
    .where('year', '=', year)
    .orderBy('budget_ore', 'desc')
    .orderBy('intervention_id')
    .executeTakeFirst()
  if (!planned?.budget_ore) return
  const grantId = stableId(`grant ${association.slug} ${year}`)
  const place = { association_id: association.id }
  const decided = `${year - 1}-11-20`
  const stamp = (day: CivilDate, by = office) => ({ recorded_at: `${day}T09:00:00Z`, recorded_by: by })
  await queries
    .insertInto('intervention_grant')
    .values({ ...place, id: grantId, intervention_id: planned.intervention_id, ...stamp(decided) })
    .execute()
  const none = { amount_ore: null, from_date: null, to_date: null, reports_due: null, report_due: null, note: '' }
  const agreed = `${year - 1}-12-10`
  await queries
    .insertInto('grant_step')
    .values([
      {
        ...{
          ...place,
          grant_id: grantId,
          step: 1,
          previous: null,
          act: 'grant',
          was: null,
          state: 'granted',
          dated: decided,
          ...none,
          ...stamp(decided),
        },
        ...{ reference: `Påhittat § 41/${year - 1}`, amount_ore: planned.budget_ore, from_date: `${year}-01-01`, to_date: `${year}-12-31` },
      },
      {
        ...{
          ...place,
          grant_id: grantId,
          step: 2,
          previous: 1,
          act: 'agree',
          was: 'granted',
          state: 'agreed',
          dated: agreed,
          ...none,
          ...stamp(agreed),
        },
        ...{ reference: `Påhittat avtal ${year}`, reports_due: JSON.stringify([`${year + 1}-01-31`]) },
      },
    ])
    .execute()
  await loadDrawdowns({ queries, place, grantId, amount: Math.round(planned.budget_ore / 200) * 100 }, year, today)
}

interface Drawing {
  queries: Queries
  place: { association_id: string }
  grantId: string
  amount: number
}

async function loadDrawdowns(draw: Drawing, year: number, today: CivilDate): Promise<void> {
  await drawdown(draw, { number: 1, from: `${year}-01-01`, to: `${year}-06-30`, moves: [sent, checked, once, twice, paid] }, today)
  await drawdown(draw, { number: 2, from: `${year}-07-01`, to: `${year}-12-31`, moves: [sent, checked, once] }, today)
}

/** A drawdown that came in two months before its days end, as far as that has come. */
async function drawdown(
  { queries, place, grantId, amount }: Drawing,
  { number, from, to, moves }: { number: number; from: CivilDate; to: CivilDate; moves: readonly Move[] },
  today: CivilDate,
): Promise<void> {
  const came = addMonths(to, -2)
  if (came > today) return
  const id = stableId(`drawdown ${grantId} ${number}`)
  const about = { id, grant_id: grantId, amount_ore: amount, costs_from: from, costs_to: to, reference: `Påhittad rekvisition ${number}` }
  await queries
    .insertInto('drawdown')
    .values({ ...place, ...about, recorded_at: `${came}T09:00:00Z`, recorded_by: office })
    .execute()
  const rows = moves.map(({ by, ...move }, at) => {
    const dated = addDays(came, at)
    const first = move.state === 'attested' ? moves[at - 1]!.by : null
    const stamp = { recorded_at: `${dated}T09:00:00Z`, recorded_by: by }
    return { ...place, drawdown_id: id, step: at + 1, previous: at || null, ...move, first_attester: first, dated, note: '', ...stamp }
  })
  await queries
    .insertInto('drawdown_step')
    .values(rows.filter(({ dated }) => dated <= today))
    .execute()
}
