import { notFound } from '../platform/errors.ts'
import type { Asking } from '../statistics/answer.ts'
import { noiseNotes, noiseShown } from '../statistics/question.ts'
import { monthOfNumber } from '../values/month.ts'
import type { EsfProtected } from './domain.ts'
import { indicators } from './indicators.ts'
import { factsOfIntervention, lastMonthOf, protectedIndicators } from './protectedCounts.ts'

/** The common indicators of an intervention as all with a role may see them. Throws `Refusal` 404 where the ESF+ has no part in it, or none of it is followed. */
export async function getEsfProtected(
  { queries, store, noise, published, writing }: Asking,
  interventionId: string,
): Promise<EsfProtected> {
  const intervention = await queries
    .selectFrom('intervention')
    .select(['id', 'name', 'fictive'])
    .where('id', '=', interventionId)
    .where('esf', '=', true)
    .where('counting_mode', '=', 'identified')
    .executeTakeFirst()
  const { facts, fictive, dataDate } = await store.snapshot(queries)
  if (!intervention || intervention.fictive !== fictive || dataDate === null) throw notFound()
  const until = lastMonthOf(dataDate)
  const counted = protectedIndicators({ facts: factsOfIntervention(facts, interventionId), noise, published }, until)
  return {
    ...{ intervention: { id: intervention.id, name: intervention.name }, until: monthOfNumber(until), dataDate, demo: fictive },
    ...{ noise: noiseShown(noise), notes: noiseNotes(noise, writing) },
    rows: indicators.map(({ code }) => ({ code, cells: counted.get(code) ?? null })),
  }
}
