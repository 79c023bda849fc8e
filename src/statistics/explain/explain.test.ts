import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../../test/api.ts'
import { openData, table } from '../../../test/openData.ts'
import { refusal } from '../../../test/publications.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { call, useTransport } from '../../platform/call.ts'
import { Role } from '../../platform/role.ts'
import { getRelease, listReleases } from '../publication/contract.ts'
import type { ReleaseTable } from '../publication/release/document.ts'
import { explainFigure } from './contract.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => (open = await openData()), 120_000)
afterAll(async () => open.close())

// One person may ask so often a minute; together they may ask more.
const askers = ['nationalanalyst.1', 'publisher.1', 'approver.1']
let asked = 0
const explain = async (address: string, user = askers[asked++ % askers.length]) => {
  useTransport(transportAs(open.app, user))
  return call(explainFigure, { body: { address } })
}
const urlOf = (codes: Record<string, string>, of = table): string =>
  `http://localhost:7210${of}/data?${Object.entries(codes).map(([name, code]) => `valuecodes[${name}]=${code}`).join('&')}` // prettier-ignore
async function tableOf(number: number, at: number): Promise<ReleaseTable> {
  useTransport(transportAs(open.app, undefined))
  const lines = await call(listReleases)
  return (await call(getRelease, { params: { id: lines.find((one) => one.number === number)!.id } })).document.tables[at]!
}
/** Each cell of a published table with its codes. */
function cellsOf({ axes, cells }: ReleaseTable) {
  return cells.map((cell, at) => {
    const codes: Record<string, string> = {}
    for (let axis = axes.length - 1, rest = at; axis >= 0; axis--) {
      codes[axes[axis]!.name] = axes[axis]!.codes[rest % axes[axis]!.codes.length]!.code
      rest = Math.floor(rest / axes[axis]!.codes.length)
    }
    return { cell, codes }
  })
}

describe('a published figure', () => {
  test('is counted again from the registered versions, and is the same in every cell that is shown', async () => {
    for (const [number, at, of] of [
      [2, 0, table],
      [2, 1, '/api/v2/tables/exits-association-afterexit-sex'],
    ] as const) {
      const shown = cellsOf(await tableOf(number, at)).filter(({ cell }) => cell.kind === 'shown')
      expect(shown.length).toBeGreaterThan(5)
      for (const { cell, codes } of shown.slice(0, 12)) {
        const { recount, cell: told } = await explain(urlOf({ ...codes, Tid: '2023' }, of))
        expect([recount, valueOf(told)], JSON.stringify(codes)).toEqual(['same', valueOf(cell)])
      }
    }
  })
  test('is told with its release, its table, its codes and the moment that was counted', async () => {
    const told = await explain(urlOf({ sex: 'woman', Tid: '2023' }))
    expect(told.address).toBe('exits 2023-01..2023-12 sex=woman')
    expect(told.release).toMatchObject({ number: 2, title: 'Avslut 2023' })
    expect(told.codes).toEqual([{ axis: 'Plats', label: 'Hela riket' }, { axis: 'Kön', label: 'Kvinnor' }]) // prettier-ignore
    expect(told.asOf).toMatch(/^2026-/)
    expect(told.demo).toBe(true)
  })
  test('has the same answer by the address of the ledger as by that of open data', async () => {
    const place = world.associations[0]
    const [byUrl, byText] = [urlOf({ place, sex: 'man', Tid: '2022' }), `exits 2022-01..2022-12 association=${place} sex=man`]
    expect(await explain(byText)).toEqual(await explain(byUrl))
  })
  test('of a part of the year is one of its own', async () => {
    expect(await explain('exits 2023-01..2023-08 sex=woman')).toMatchObject({ recount: 'same', release: { number: 3 } })
  })
  test('that is hidden is counted for nobody', async () => {
    const hidden = cellsOf(await tableOf(2, 1)).find(({ cell }) => cell.kind === 'suppressed')!
    const { recount, cell } = await explain(urlOf({ ...hidden.codes, Tid: '2023' }, '/api/v2/tables/exits-association-afterexit-sex'))
    expect([recount, cell.kind]).toEqual(['hidden', 'suppressed'])
  })
})

describe('what has happened since', () => {
  test('is not in the recount: new records, and new versions of old ones', async () => {
    const { queries } = open.database
    const old = await queries.selectFrom('participation_version').selectAll().where('exit_date', 'is not', null).limit(30).execute()
    const later = { recorded_at: '2027-01-01T00:00:00Z', version: 2, sex: 'man', current: true }
    for (const { support_before, support_after, ...row } of old) {
      const support = { support_before: JSON.stringify(support_before), support_after: JSON.stringify(support_after) }
      await queries
        .updateTable('participation_version')
        .set({ current: false })
        .where('participation_id', '=', row.participation_id)
        .execute()
      await queries
        .insertInto('participation_version')
        .values({ ...row, ...support, ...later })
        .execute()
    }
    expect((await explain('exits 2023-01..2023-12 sex=woman')).recount).toBe('same')
  })
  test('but what has been disposed of is missed, without a word of how much', async () => {
    const { queries } = open.database
    const gone = await queries
      .selectFrom('participation_version')
      .select('participation_id')
      .where('exit_date', '>=', '2023-01-01')
      .where('exit_date', '<=', '2023-12-31')
      .limit(3)
      .execute()
    const ids = gone.map(({ participation_id }) => participation_id)
    await queries.deleteFrom('fact').where('participation_id', 'in', ids).execute()
    await queries.deleteFrom('participation_version').where('participation_id', 'in', ids).execute()
    const told = await explain('exits 2023-01..2023-12')
    expect(told.recount).toBe('differs')
    expect(Object.keys(told).sort()).toEqual(['address', 'asOf', 'cell', 'codes', 'demo', 'period', 'recount', 'release', 'table'])
  })
  test('nor of whom: every shown figure of the release has the same answer, those that nobody left as those that somebody did', async () => {
    for (const [at, of] of [
      [0, table],
      [1, '/api/v2/tables/exits-association-afterexit-sex'],
    ] as const) {
      const shown = cellsOf(await tableOf(2, at)).filter(({ cell }) => cell.kind === 'shown')
      const told = await Promise.all(shown.slice(0, 12).map(({ codes }) => explain(urlOf({ ...codes, Tid: '2023' }, of))))
      expect(new Set(told.map(({ recount }) => recount))).toEqual(new Set(['differs']))
    }
    // What came of other years is as it was.
    expect((await explain('exits 2022-01..2022-12')).recount).toBe('same')
  })
})

describe('an address', () => {
  test.each(['', 'hej', 'https://example.org/', '/api/v2/tables/exits-association-sex', 'exits 2023 sex=woman'])(
    '%j is refused, with how it is written',
    async (text) => {
      expect(['explain.noAddress', 'error.badRequest']).toContain(await refusal(explain(text)))
    },
  )
  test.each([
    'exits 2019-01..2019-12',
    'exits 2023-01..2023-12 sex=nobody',
    'exits 2023-01..2023-12 education=lower',
    urlOf({ Tid: '1999' }),
  ])('%j of nothing that is out is not found', async (text) => {
    expect(await refusal(explain(text))).toBe('error.notFound')
  })
})

test.each(Role.codes.map(({ code }) => code))('%s may ask when they publish or analyse', async (role) => {
  const may = ['nationalAnalyst', 'publisher', 'approver'].includes(role)
  expect(await refusal(explain('exits 2022-01..2022-12', `${role.toLowerCase()}.1`))).toBe(may ? 'let through' : 'error.forbidden')
})
