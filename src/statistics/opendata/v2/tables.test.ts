// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, world } from '../../../../test/api.ts'
import { everything, openData, table } from '../../../../test/openData.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
})
afterAll(async () => open.close())

describe('the configuration', () => {
  test('says version, limits, formats and that other sites may ask', async () => {
    expect(await open.json<object>('/api/v2/config')).toMatchObject({
      ...{ apiVersion: '2.2.0', defaultLanguage: 'sv', maxDataCells: 150_000, maxCallsPerTimeWindow: 300, timeWindow: 10 },
      ...{ defaultDataFormat: 'json-stat2', dataFormats: ['json-stat2', 'csv', 'xlsx', 'px', 'html', 'json-px'] },
    })
  })
  test('is held to: call 301 in ten seconds is told when to come back', async () => {
    const busy = await testApp(open.database, undefined, { openCallsPerWindow: 3 })
    for (let call = 0; call < 3; call++) expect((await busy.inject({ url: '/api/v2/config' })).statusCode).toBe(200)
    const refused = await busy.inject({ url: '/api/v2/config' })
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.headers['content-type']).toContain('application/problem+json')
    await busy.close()
  })
})

describe('finding tables', () => {
  test('the same table of two years is one, part years are another', async () => {
    const { tables, page } = await open.json<{ tables: { id: string; firstPeriod: string; lastPeriod: string }[]; page: object }>(
      '/api/v2/tables',
    )
    expect(tables.map(({ id, firstPeriod, lastPeriod }) => [id, firstPeriod, lastPeriod])).toEqual([
      ['exits-association-afterexit-m08', '2023', '2023'],
      ['exits-association-afterexit-sex', '2022', '2023'],
      ['exits-association-sex', '2022', '2023'],
      ['exits-association-sex-m08', '2023', '2023'],
    ])
    expect(page).toMatchObject({ pageNumber: 1, totalElements: 4, totalPages: 1 })
  })
  test('pages follow on each other by their links', async () => {
    type Page = { tables: { id: string }[]; page: { links: { rel: string; href: string }[] } }
    const first = await open.json<Page>('/api/v2/tables?pageSize=3&lang=en')
    const next = first.page.links.find(({ rel }) => rel === 'next')!.href
    const second = await open.json<Page>(new URL(next).pathname + new URL(next).search)
    expect([...first.tables, ...second.tables]).toHaveLength(4)
    expect((await open.get('/api/v2/tables?pageSize=3&pageNumber=3')).json()).toMatchObject({
      status: 404,
      title: 'Non-existent page',
    })
  })
  test('a page size that is none is refused, and told which part of the question it was', async () => {
    expect((await open.get('/api/v2/tables?pageSize=-1')).json()).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/ query\.pageSize: /) as string,
    })
  })
  test('by words and by how new they are', async () => {
    type Found = { tables: { id: string }[] }
    expect((await open.json<Found>('/api/v2/tables?query=kön%20avslut*')).tables).toHaveLength(3)
    expect((await open.json<Found>('/api/v2/tables?query=flygplan')).tables).toEqual([])
    expect((await open.json<Found>('/api/v2/tables?pastDays=1')).tables).toHaveLength(4)
  })
  test('in folders by who is counted', async () => {
    const root = await open.json<{ folderContents: { id: string }[] }>('/api/v2/navigation')
    expect(root.folderContents.map(({ id }) => id)).toEqual(['exits', 'entries', 'inPeriod', 'money'])
    expect((await open.json<{ folderContents: object[] }>('/api/v2/navigation/exits')).folderContents).toHaveLength(4)
    expect((await open.json<{ folderContents: object[] }>('/api/v2/navigation/entries')).folderContents).toEqual([])
    expect((await open.get('/api/v2/navigation/okänd')).json()).toMatchObject({ status: 404, title: 'Non-existent node' })
  })
  test('invented data say so in every title, and are told to this machine only', async () => {
    expect((await open.json(`${table}/data?${everything}`)).label).toMatch(
      /^PÅHITTADE DATA\. Avslutade deltaganden efter samordningsförbund och kön\. År 2022–2023$/,
    )
    const wide = await testApp(open.database, undefined, { loopback: false })
    expect((await wide.inject({ url: '/api/v2/tables' })).json()).toMatchObject({ tables: [] })
    expect((await wide.inject({ url: `${table}/data` })).statusCode).toBe(404)
    await wide.close()
  })
})

describe('metadata', () => {
  test('tell variables, roles, what may be left out, and code lists', async () => {
    const { id, size, dimension, value } = await open.json(`${table}/metadata`)
    expect([id, size, value]).toEqual([['place', 'sex', 'ContentsCode', 'Tid'], [3, 3, 1, 2], []])
    expect(dimension.place!.extension).toMatchObject({ elimination: true, eliminationValueCode: 'nation' })
    expect(dimension.place!.extension.codelists).toMatchObject([
      { id: 'vs_exits-association-sex_place_0' },
      { id: 'vs_exits-association-sex_place_1', label: 'Samordningsförbund' },
    ])
    expect(dimension.Tid!.extension).toMatchObject({ elimination: false, show: 'code' })
    expect(dimension.sex!.category.label).toEqual({ all: 'Alla', woman: 'Kvinnor', man: 'Män' })
  })
  test('are of a code list where asked, by its id here or the one of all tables', async () => {
    for (const id of ['vs_place_1', 'vs_exits-association-sex_place_1'])
      expect((await open.json(`${table}/metadata?codelist[place]=${id}`)).size).toEqual([2, 3, 1, 2])
  })
  test('for the default selection have every variable with all its values, as PxWeb 2 lets people choose among', async () => {
    const address = '/api/v2/tables/exits-association-afterexit-sex/metadata'
    expect(await open.json(`${address}?lang=en&defaultSelection=true&savedQuery=`)).toEqual(await open.json(`${address}?lang=en`))
  })
  test('have the name of the measure as the text that PxWeb 2 writes above a table of one measure', async () => {
    const { dimension } = await open.json(`${table}/metadata?lang=en`)
    expect(dimension.ContentsCode!.extension.alternativeText).toEqual(dimension.ContentsCode!.category.label)
  })
  test('a code list gives its values', async () => {
    const list = await open.json<{ values: { code: string; label: string }[] }>('/api/v2/codelists/vs_place_1')
    expect(list.values).toEqual(world.associations.map((code, at) => ({ code, label: `Provförbundet ${at + 1}`, valueMap: [code] })))
    expect(await open.json('/api/v2/codelists/vs_exits-association-sex_place_1')).toMatchObject({ values: list.values })
    expect((await open.get('/api/v2/codelists/vs_x_1')).statusCode).toBe(404)
  })
  test('the default selection is what data without a selection are', async () => {
    for (const { id } of (await open.json<{ tables: { id: string }[] }>('/api/v2/tables')).tables) {
      const { selection, placement } = await open.json<{ selection: object[]; placement: object }>(`/api/v2/tables/${id}/defaultselection`)
      const bare = (await open.get(`/api/v2/tables/${id}/data`)).body
      expect((await open.post(`/api/v2/tables/${id}/data`, { selection: [] })).body).toBe(bare)
      expect((await open.post(`/api/v2/tables/${id}/data`, { selection, placement })).body).toBe(bare)
      expect((await open.app.inject({ method: 'POST', url: `/api/v2/tables/${id}/data` })).body).toBe(bare)
    }
  })
})

describe('vintages', () => {
  test('a table is there as it was at the end of a day in Sweden, and not before it came out', async () => {
    expect((await open.get(`${table}/data?asOf=2026-11-21`)).statusCode).toBe(404)
    expect((await open.get(`${table}/data?asOf=2026-11-22&${everything}`)).body).toBe((await open.get(`${table}/data?${everything}`)).body)
    expect((await open.get(`${table}/data?asOf=2026-13-01`)).statusCode).toBe(400)
  })
})

describe('as programs read it', () => {
  test('other sites may ask, also before they post', async () => {
    expect((await open.get(`${table}/data`, { origin: 'https://annan.example' })).headers['access-control-allow-origin']).toBe('*')
    const ahead = {
      origin: 'https://annan.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    }
    const preflight = await open.app.inject({ method: 'OPTIONS', url: `${table}/data`, headers: ahead })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers['access-control-allow-methods']).toContain('POST')
    expect(preflight.headers['access-control-allow-credentials']).toBe(undefined)
  })
  test('what has not changed is not sent again', async () => {
    const first = await open.get(`${table}/data`)
    expect(first.headers['cache-control']).toBe('public, max-age=60')
    const again = await open.get(`${table}/data`, { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
  test('nothing else of ours is open to other sites', async () => {
    const { headers } = await open.get('/api/releases', { origin: 'https://annan.example' })
    expect(headers['access-control-allow-origin']).toBe(undefined)
  })
  test('a slash at the end does no harm', async () => expect((await open.get('/api/v2/tables/')).statusCode).toBe(200))
})
