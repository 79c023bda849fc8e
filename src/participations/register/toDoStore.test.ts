import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addDays, addMonths, daysBetween } from '../../values/civilDate.ts'
import { toColumns } from '../columns.ts'
import type { Participation } from '../domain.ts'
import type { ContactFields } from './contact.ts'
import { listToDo } from './contract.ts'
import { followUpPoints, WINDOW_DAYS } from './followUps.ts'
import { toDoOf } from './toDo.ts'
import { itemsOf } from './toDoItems.ts'

/** Many made records, and what is to do with them on many days: by SQL, and by the rule. */
let bench: ImportBench
const [controllerId] = world.controllers
const [interventionId] = world.interventions
/** The day of the test's server. */
const today = '2026-11-22'
const off = [24]
const { row: _row, ...plain } = importRow(1)

interface Made {
  id: string
  code: string
  locked: boolean
  participation: Participation
  contacts: ContactFields[]
}

const rarely = <T>(value: T, other: T): fc.Arbitrary<T> => fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, fc.constant(other))
const arbitrary = fc.record({
  // Month ends and leap days fall among them; stays that bring the two clocks near each other are common.
  entryDate: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2022-11-20', days)),
  stay: fc.option(fc.oneof(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 45, max: 135 }), fc.constantFrom(0, 181, 184, 365))),
  exitReason: fc.constantFrom('toWork', 'toWork', 'toWork', 'deceased', 'felregistrering', null),
  education: rarely<Participation['education']>('compulsory', null),
  timeOnSupport: rarely<Participation['timeOnSupport']>('none', null),
  referredBy: rarely<Participation['referredBy']>('fk', null),
  targetGroups: rarely<Participation['targetGroups']>(['youth'], []),
  occupationAfter: rarely<Participation['occupationAfter']>('other', null),
  supportAfter: fc.constantFrom<Participation['supportAfter'][]>({ lon: 100 }, { lon: 100 }, {}, null),
  ground: rarely<Participation['ground']>('consent', 'none'),
  locked: rarely(false, true),
  contacts: fc.array(fc.record({ after: fc.integer({ min: 0, max: 900 }), reached: fc.boolean() }), { maxLength: 5 }),
})

type Given = typeof arbitrary extends fc.Arbitrary<infer T> ? T : never
function made({ stay, contacts, locked, exitReason, occupationAfter, supportAfter, ...given }: Given, at: number): Made {
  const exitDate = stay === null ? null : addDays(given.entryDate, stay)
  const after = exitDate === null ? {} : { exitReason: exitReason as Participation['exitReason'], occupationAfter, supportAfter }
  return {
    ...{ id: randomUUID(), code: `TEST-${String(at).padStart(5, '0')}`, locked },
    participation: { ...plain, ...given, ...after, exitDate } as Participation,
    contacts: contacts.map(({ after, reached }) => ({ date: addDays(given.entryDate, after), reached, source: 'ownContact', changes: [] })),
  }
}

/** The rare case: three points within the window of each other, and then two that do not share a contact. */
const chains = [26, 27, 28, 29, 30, 31].flatMap((day) =>
  [44, 45, 46, 47].map((stay) => {
    const exitDate = `2024-08-${day}`
    const given = { exitReason: 'toWork', education: 'compulsory', timeOnSupport: 'none', occupationAfter: 'other' } as const
    return { stay, entryDate: addDays(exitDate, -stay), ...given, targetGroups: ['youth' as const] }
  }),
)
const full = { referredBy: 'fk', supportAfter: { lon: 100 }, ground: 'consent', locked: false, contacts: [] } as const
const records = [
  ...fc.sample(arbitrary, { numRuns: 1500, seed: 20261128 }),
  ...chains.map((one) => ({ ...full, ...one, contacts: [] })),
].map(made)

async function store({ database: { queries } }: ImportBench): Promise<void> {
  const place = { controller_id: controllerId, version: 1, recorded_at: '2026-11-22T10:00:00Z', recorded_by: 'caseworker.1' }
  for (let from = 0; from < records.length; from += 250) {
    const some = records.slice(from, from + 250)
    const rows = some.map(({ id, code, locked }) => ({
      ...{ controller_id: controllerId, id, code, person_id: id, intervention_id: interventionId, association_id: world.associations[0]! },
      ...{ locked_at: locked ? place.recorded_at : null, locked_for: locked ? 'withdrawal' : null, reference_hmac: null },
    }))
    await queries.insertInto('participation').values(rows).execute()
    const versions = some.map(({ id, participation }) => ({ ...place, participation_id: id, import_id: null, ...toColumns(participation) }))
    await queries
      .insertInto('participation_version')
      .values(versions as never)
      .execute()
    const contacts = some.flatMap(({ id, contacts }) =>
      contacts.map(({ date, reached, source }) => ({
        ...place,
        participation_id: id,
        id: randomUUID(),
        contact_date: date,
        reached,
        source,
        changes: '[]',
      })),
    )
    if (contacts.length > 0) await queries.insertInto('contact').values(contacts).execute()
  }
}

beforeAll(async () => {
  bench = await importBench()
  await bench.empty()
  const { queries } = bench.database
  const off = { months: 24, switched_off_at: '2026-11-22T10:00:00Z', switched_off_by: 'interventionlead.1' }
  await queries
    .insertInto('exit_point_off')
    .values({ controller_id: controllerId, intervention_id: interventionId, ...off })
    .execute()
  await store(bench)
  // As upkeep does: a plan made without knowing how many rows there are tells nothing about speed.
  await bench.database.script('analyze')
})
afterAll(() => bench.close())

const byRule = (day: string, endDate: string | null): string[] =>
  records
    .filter(({ locked }) => !locked)
    .flatMap(({ id, participation, contacts }) =>
      toDoOf(participation, contacts, { endDate, off }, day).map(({ kind, by }) => `${by} ${id} ${kind}`),
    )
    .sort()

test.each([null, '2026-03-15'])('on any day the database finds what the rule finds, the intervention ending %s', async (endDate) => {
  const { queries } = bench.database
  await queries.updateTable('intervention').set({ end_date: endDate }).where('id', '=', interventionId).execute()
  for (let days = 0; days < 900; days += 37) {
    const day = addDays('2024-11-29', days)
    const place = { controllerId, interventions: [interventionId], off: new Map([[interventionId, off]]), today: day }
    const { rows } = await itemsOf(place).execute(queries)
    expect(rows.map(({ id, kind, by }) => `${by} ${id} ${kind}`).sort(), day).toEqual(byRule(day, endDate))
  }
  await queries.updateTable('intervention').set({ end_date: null }).where('id', '=', interventionId).execute()
})

test('the pages put together are everything, each once, most urgent first', async () => {
  const expected = byRule(today, null)
  const found: string[] = []
  for (let offset = 0; offset < expected.length; offset += 50) {
    const { total, rows } = await call(listToDo, { params: { controllerId }, query: { offset } })
    expect(total).toBe(expected.length)
    found.push(...rows.map(({ record, toDo }) => `${toDo.by} ${record.id} ${toDo.kind}`))
  }
  expect(found.map((one) => one.slice(0, 10))).toEqual(expected.map((one) => one.slice(0, 10)))
  expect(found.sort()).toEqual(expected)
  const beyond = await call(listToDo, { params: { controllerId }, query: { offset: 100_000 } })
  expect(beyond).toEqual({ total: expected.length, rows: [] })
})

test('nothing is found in interventions that are not one’s own', async () => {
  const place = { controllerId, off: new Map(), today }
  for (const interventions of [[], [world.interventions[1]]]) {
    expect((await itemsOf({ ...place, interventions }).execute(bench.database.queries)).rows).toEqual([])
  }
})

test('points of one clock are so far apart that at most two share a contact, and at most three follow within the window of the one before', () => {
  for (let day = 0; day < 1461; day++) {
    const begin = addDays('2023-01-01', day)
    for (const clock of ['entry', 'exit']) {
      const due = followUpPoints.filter((point) => point.clock === clock).map(({ months }) => addMonths(begin, months))
      due
        .slice(1)
        .forEach((one, at) => expect(daysBetween(due[at]!, one)).toBeGreaterThan(clock === 'entry' ? 3 * WINDOW_DAYS : WINDOW_DAYS + 43))
    }
  }
})
