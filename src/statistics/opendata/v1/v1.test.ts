// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import JSONstat from 'jsonstat-toolkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world } from '../../../../test/api.ts'
import { openData } from '../../../../test/openData.ts'
import type { Dataset } from '../../../../test/openData.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
})
afterAll(async () => open.close())

describe('version 1', () => {
  const old = '/api/v1/sv/samlad'
  test('goes from database to folder to table', async () => {
    expect(await open.json<object>('/api/v1/sv/')).toMatchObject([{ dbid: 'samlad' }])
    expect(await open.json<object>(`${old}/`)).toMatchObject([
      { id: 'exits', type: 'l' },
      { id: 'entries' },
      { id: 'inPeriod' },
      { id: 'money' },
    ])
    expect(await open.json<object[]>(`${old}/exits/`)).toMatchObject([{ type: 't' }, {}, { id: 'exits-association-sex' }, {}])
    const { variables } = await open.json<{ variables: { code: string; elimination?: boolean; time?: boolean }[] }>(
      `${old}/exits/exits-association-sex`,
    )
    expect(variables.map(({ code, elimination = false, time = false }) => [code, elimination, time])).toEqual([
      ['place', true, false],
      ['sex', true, false],
      ['ContentsCode', false, false],
      ['Tid', false, true],
    ])
    expect((await open.get('/api/v1/de/')).statusCode).toBe(404)
    expect((await open.get(`${old}/entries/exits-association-sex`)).statusCode).toBe(404)
  })
  test('tells its limits where ?config is asked', async () =>
    expect(await open.json<object>('/api/v1/sv/?config')).toEqual({
      maxValues: 150_000,
      maxCells: 150_000,
      maxCalls: 300,
      timeWindow: 10,
      CORS: true,
    }))
  test('answers filters, in the formats of its time', async () => {
    const query = [
      { code: 'sex', selection: { filter: 'all', values: ['*'] } },
      { code: 'place', selection: { filter: 'vs:vs_place_1', values: [] } },
      { code: 'Tid', selection: { filter: 'top', values: ['1'] } },
    ]
    const ask = async (format: string) => open.post(`${old}/exits/exits-association-sex`, { query, response: { format } })
    const cells = (await ask('json')).json<{
      columns: { code: string; type: string; comment?: string }[]
      comments: object[]
      data: { key: string[]; values: string[] }[]
    }>()
    expect(cells.columns.map(({ code, type }) => code + type)).toEqual(['placed', 'sexd', 'Tidt', 'EXITSc'])
    // Readers look up the variable of a comment: what is said of the table is with the contents, as Statistics Sweden has it.
    expect([cells.comments, cells.columns.at(-1)!.comment]).toEqual([[], expect.stringContaining('Tecken: 0 ingen')])
    const two = (await ask('json-stat2')).json<Dataset>()
    expect(cells.data.map(({ values }) => values[0])).toEqual(
      two.value.map((value, at) => (value === null ? two.status![at] : String(value))),
    )
    expect(cells.data[0]!.key).toEqual([world.associations[0], 'all', '2023'])
    const one = (await ask('json-stat')).json<{ dataset: { dimension: { id: string[] }; value: unknown[] } }>()
    expect([one.dataset.dimension.id, one.dataset.value]).toEqual([two.id, two.value])
    expect(JSONstat(one).Dataset(0).value).toEqual(two.value)
    expect((await ask('sdmx')).statusCode).toBe(400)
  })
})
