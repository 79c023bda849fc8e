import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledApp } from '../../../test/filledApp.ts'
import { publishing, trial } from '../../../test/publications.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { call } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { getFollowUp, tabulateFacts } from '../contract.ts'
import * as contract from './contract.ts'

/** Free questions and publications of the same cells. */
let database: Database
let app: FastifyInstance
let steps: ReturnType<typeof publishing>

beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 11))
  steps = publishing(app)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const year = { ...trial, month: 12 }
/** Exits of the year by association and sex, as a free question. */
async function exits(): Promise<Cell[]> {
  steps.as('nationalanalyst.1')
  const { figures, total } = await call(tabulateFacts, {
    query: { measure: 'exits', rows: 'association', columns: 'sex', where: ['year=2023'] },
  })
  return [total, ...figures.flat()].map(({ value }) => value)
}
const kinds = (cells: readonly Cell[]): string[] => [...new Set(cells.map(({ kind }) => kind))]

let before: Cell[]
test('what is neither out nor planned is approximate', async () => {
  before = await exits()
  expect(kinds(before)).toEqual(['approximate'])
})
test('what is proposed waits; a draft changes nothing', async () => {
  const id = await steps.begin(year)
  await steps.protect(id)
  expect(await exits()).toEqual(before)
  steps.as('publisher.1')
  await call(contract.proposePublication, { params: { id } })
  expect(kinds(await exits())).toEqual(['reserved'])
  steps.as('publisher.1')
  await call(contract.withdrawPublication, { params: { id } })
  expect(await exits()).toEqual(before)
})
test('what is out is shown as it is out, exact or hidden, and never with noise', async () => {
  const id = await steps.release(year)
  const free = await exits()
  expect(
    kinds(free)
      .sort()
      .filter((kind) => kind !== 'suppressed'),
  ).toEqual(['shown'])
  const { document } = await call(contract.getRelease, { params: { id } })
  const [{ axes, cells }] = document.tables as [(typeof document.tables)[number]]
  const at = (place: string, sex: string): Cell => {
    const [row, column] = [axes[0]!.codes.findIndex(({ code }) => code === place), axes[1]!.codes.findIndex(({ code }) => code === sex)]
    return cells[row * axes[1]!.codes.length + column]!
  }
  expect(free[0]).toEqual(at('nation', 'all'))
  steps.as('nationalanalyst.1')
  const asked = await call(tabulateFacts, { query: { measure: 'exits', rows: 'association', columns: 'sex', where: ['year=2023'] } })
  asked.rows!.codes.forEach(({ code: place }, row) =>
    asked.columns!.codes.forEach(({ code: sex }, column) => expect(asked.figures[row]![column]!.value).toEqual(at(place, sex))),
  )
})
test('the outcome of a release is that of follow-up, by its own name', async () => {
  const { outcomes } = await call(getFollowUp, { query: { place: 'nation', from: '2023-01', to: '2023-12' } })
  const toWork = outcomes.find(({ measure }) => measure.name === 'to-work-or-study')!.total
  const out = await database.queries
    .selectFrom('ledger_cell')
    .select('value')
    .where('address', '=', 'exits 2023-01..2023-12 toWorkOrStudy=yes')
    .executeTakeFirstOrThrow()
  expect(out.value).not.toBeNull()
  expect(toWork.value).toEqual({ kind: 'shown', value: out.value })
})
test('another period is still approximate', async () => {
  const { counts } = await call(getFollowUp, { query: { place: 'nation', from: '2022-01', to: '2022-12' } })
  expect(counts[0]!.total.value.kind).toBe('approximate')
})
