import { afterAll, beforeAll, expect, test } from 'vitest'
import { transportAs, world } from '../../../../test/api.ts'
import { openData } from '../../../../test/openData.ts'
import { call, useTransport } from '../../../platform/call.ts'
import { getReport } from '../contract.ts'
import type { Report } from '../domain.ts'

/** Exits of 2022 and 2023 are published by association, sex and what followed; participations are not. */
let open: Awaited<ReturnType<typeof openData>>
let ledger: Map<string, number | null>
beforeAll(async () => {
  open = await openData()
  const rows = await open.database.queries.selectFrom('ledger_cell').selectAll().execute()
  ledger = new Map(rows.map(({ address, value }) => [address, value]))
})
afterAll(async () => open.close())

const report = async (kind: 'nation' | 'standard', from = '2023-01'): Promise<Report> => {
  useTransport(transportAs(open.app, 'nationalanalyst.1'))
  return call(getReport, { params: { kind }, query: { from, to: '2023-12' } })
}
const cellsOf = ({ parts }: Report, key: string, label: string): unknown[] =>
  parts
    .find((one) => one.key === key)!
    .rows.find((row) => row.label === label)!
    .values.map((value) => (value.kind === 'cell' ? value.cell : undefined))
const published = (rest: string): object => {
  const value = ledger.get(`exits 2023-01..2023-12${rest}`)
  return value === null ? { kind: 'suppressed' } : { kind: 'shown', value }
}

test('the account of a year has what is published as it is published, and all else with noise', async () => {
  const nation = await report('nation')
  for (const [at, label] of ['Provförbundet 1', 'Provförbundet 2'].entries()) {
    const place = ` association=${world.associations[at]}`
    const [women, men, all, ...exits] = cellsOf(nation, 'associations', label)
    expect(exits).toEqual([published(`${place} sex=woman`), published(`${place} sex=man`), published(place)])
    for (const cell of [women, men, all]) expect(cell).toMatchObject({ kind: 'approximate' })
  }
})
test('what followed the exit is published under the same name', async () => {
  const standard = await report('standard')
  const [women, men, all] = cellsOf(standard, 'afterExit', 'Aktivt arbetssökande')
  expect([women, men, all]).toEqual(
    [' afterExit=jobSeeking sex=woman', ' afterExit=jobSeeking sex=man', ' afterExit=jobSeeking'].map(published),
  )
})
test('of another period nothing is exact', async () => {
  const nation = await report('nation', '2023-02')
  const kinds = ['Provförbundet 1', 'Provförbundet 2'].flatMap((label) => cellsOf(nation, 'associations', label) as { kind: string }[])
  expect(kinds.filter(({ kind }) => kind === 'shown')).toEqual([])
})
