import { stableId } from '../associations/register.ts'
import type { Queries } from '../platform/database.ts'
import { addMonths, type CivilDate } from '../values/civilDate.ts'
import type { FictiveAssociation } from './layer.ts'

const by = 'berit.exempelius'

/** What is invented of each: whether money follows, and how many of the association's interventions carry it out. */
const invented = [
  {
    ...{ title: 'Unga som varken arbetar eller studerar', giver: 'Påhittade myndigheten', moneyOre: 2_400_000_00, interventions: 1 },
    purpose: 'Pröva uppsökande arbete tillsammans med kommunernas aktivitetsansvar, och visa vad som blev av deltagarna.',
    targetGroup: 'Unga 16–29 år utan arbete och studier',
  },
  {
    ...{ title: 'Samverkan kring långtidssjukskrivna', giver: 'Påhittade departementet', moneyOre: 0, interventions: 0 },
    purpose: 'Kartlägga hur parterna kan börja tidigare när någon har varit sjukskriven länge.',
    targetGroup: 'Personer som har varit sjukskrivna mer än ett år',
  },
]

/** Invents two commissions of an association: one with money, an intervention and a report that has been delivered; one that no money followed. */
export async function loadCommissions(queries: Queries, association: FictiveAssociation, today: CivilDate): Promise<void> {
  const interventions = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select('i.id')
    .where('ia.association_id', '=', association.id)
    .where('i.orientation', '!=', 'structural')
    .orderBy('i.start_date')
    .orderBy('i.id')
    .execute()
  for (const [at, { interventions: wanted, ...one }] of invented.entries()) {
    const decided = addMonths(today, -14 - 3 * at)
    const [delivered, next] = [addMonths(decided, 10), addMonths(decided, 22)]
    const key = { association_id: association.id, commission_id: stableId(`commission ${association.slug} ${at}`) }
    const stamp = { recorded_at: `${decided}T09:00:00Z`, recorded_by: by }
    await queries
      .insertInto('commission')
      .values({
        ...{ association_id: key.association_id, id: key.commission_id, version: 1, withdrawn: false, title: one.title, giver: one.giver },
        ...{ reference: `PM ${decided.slice(0, 4)}/00${at + 1}`, decided_on: decided, purpose: one.purpose, target_group: one.targetGroup },
        ...{ from_date: addMonths(decided, 1), to_date: addMonths(decided, 25), money_ore: one.moneyOre },
        ...{
          reporting: 'Delredovisning till uppdragsgivaren, med vad som blev av deltagarna.',
          reports_due: JSON.stringify([delivered, next]),
        },
        ...stamp,
      })
      .execute()
    for (const { id } of interventions.slice(0, wanted))
      await queries
        .insertInto('commission_intervention')
        .values({ ...key, version: 1, intervention_id: id, current: true })
        .execute()
    const report = {
      due: delivered,
      delivered_on: delivered,
      reference: `Dnr ${delivered.slice(0, 4)}/12`,
      version: 1,
      withdrawn: false,
      reason: '',
    }
    await queries
      .insertInto('commission_report')
      .values({ ...key, ...report, recorded_at: `${delivered}T09:00:00Z`, recorded_by: by })
      .execute()
  }
}
