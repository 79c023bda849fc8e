import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everything, openData, table } from '../../../../test/openData.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
})
afterAll(async () => open.close())

/** The cells of a table by their codes, as they lie in the releases. */
async function releasedCells(): Promise<Map<string, number | null>> {
  const rows = await open.database.queries.selectFrom('ledger_cell').selectAll().execute()
  return new Map(rows.map(({ address, value }) => [address, value]))
}

describe('data', () => {
  test('are the published cells, hidden ones with their sign and no number', async () => {
    const { value, status, dimension } = await open.json(`${table}/data?${everything}`)
    const places = Object.keys(dimension.place!.category.index)
    const cells = await releasedCells()
    let [shown, hidden] = [0, 0]
    value.forEach((number, at) => {
      const [place, sex, of] = [places[Math.floor(at / 6)]!, ['all', 'woman', 'man'][Math.floor(at / 2) % 3]!, 2022 + (at % 2)]
      const named = [...(place === 'nation' ? [] : [`association=${place}`]), ...(sex === 'all' ? [] : [`sex=${sex}`])]
      const published = cells.get([`exits ${of}-01..${of}-12`, ...named].join(' '))
      expect(number, `${place} ${sex} ${of}`).toBe(published ?? null)
      expect(status?.[at]).toBe(published === null ? '..' : undefined)
      if (number === null) hidden++
      else shown++
    })
    expect(shown).toBeGreaterThan(8)
    expect(shown + hidden).toBe(18)
  })
  test('are the same by GET and by POST', async () => {
    const selection = ['place', 'sex', 'ContentsCode', 'Tid'].map((variableCode) => ({ variableCode, valueCodes: ['*'] }))
    expect((await open.post(`${table}/data`, { selection })).body).toBe((await open.get(`${table}/data?${everything}`)).body)
  })
  test('a list of values without any of them chosen counts the variable whole', async () => {
    const rest = ['ContentsCode', 'Tid'].map((variableCode) => ({ variableCode, valueCodes: ['*'] }))
    const chosen = await open.post(`${table}/data`, {
      selection: [...rest, { variableCode: 'place', codelist: 'vs_place_1', valueCodes: [] }],
    })
    expect(chosen.body).toBe((await open.post(`${table}/data`, { selection: rest })).body)
  })
  test('a variable that is left out is counted whole, and is not in the answer', async () => {
    const { id, value } = await open.json(`${table}/data?valuecodes[ContentsCode]=*&valuecodes[time]=2023`)
    expect(id).toEqual(['ContentsCode', 'Tid'])
    const whole = await open.json(`${table}/data?${everything}`)
    expect(value).toEqual([whole.value[1]])
  })
  test.each([
    ['valuecodes[Tid]=TOP(1)', 'Tid', ['2023']],
    ['valuecodes[Tid]=[TOP(1,1)]', 'Tid', ['2022']],
    ['valuecodes[Tid]=BOTTOM(1)', 'Tid', ['2022']],
    ['valuecodes[Tid]=FROM(2023)', 'Tid', ['2023']],
    ['valuecodes[Tid]=to(2022)', 'Tid', ['2022']],
    ['valuecodes[Tid]=[RANGE(2023,2022)]', 'Tid', ['2022', '2023']],
    ['valuecodes[Tid]=20?3', 'Tid', ['2023']],
    ['valuecodes[sex]=*man', 'sex', ['woman', 'man']],
    ['valuecodes[sex]=wom*,all', 'sex', ['all', 'woman']],
    ['valuecodes[sex]=*OMA*', 'sex', ['woman']],
    ['valuecodes[SEX]=Woman', 'sex', ['woman']],
    ['valuecodes[place]=*&codelist[place]=vs_place_0', 'place', ['nation']],
  ])('%s selects', async (asked, variable, codes) => {
    const rest = ['ContentsCode', 'Tid'].filter((one) => one !== variable).map((one) => `&valuecodes[${one}]=*`)
    const { dimension } = await open.json(`${table}/data?${asked}${rest.join('')}`)
    expect(Object.keys(dimension[variable]!.category.index)).toEqual(codes)
  })
  test.each([
    ['/api/v2/tables/nothing/data', 404, 'Non-existent table'],
    [`${table}/data?valuecodes[sex]=*&valuecodes[Tid]=*`, 400, 'Missing selection for mandantory variable'],
    [`${table}/data?valuecodes[shoe]=*`, 400, 'Non-existent variable'],
    [`${table}/data?valuecodes[Tid]=1812&valuecodes[ContentsCode]=*`, 400, 'Non-existent value'],
    [`${table}/data?valuecodes[Tid]=x*&valuecodes[ContentsCode]=*`, 400, 'Non-existent value'],
    [`${table}/data?valuecodes[Tid]=2*2&valuecodes[ContentsCode]=*`, 400, 'Illegal selection expression'],
    [`${table}/data?valuecodes[Tid]=TOP(0)&valuecodes[ContentsCode]=*`, 400, 'Illegal selection expression'],
    [`${table}/data?valuecodes[Tid]=*&valuecodes[ContentsCode]=*&codelist[Tid]=vs_a`, 400, 'Non-existent codelist'],
    [`${table}/data?stub=sex&heading=sex`, 400, 'Illegal placment'],
    [`${table}/data?lang=no`, 400, 'Unsupported language'],
    [`${table}/data?outputFormat=pdf`, 400, 'Unsupported output format'],
    [`${table}/data?outputFormat=csv&outputFormatParams=SeparatorTab,SeparatorSpace`, 400, 'Unsupported output format'],
  ])('%s is refused under the title that PxWebApi has', async (url, status, title) => {
    const refused = await open.get(url)
    expect(refused.statusCode).toBe(status)
    expect(refused.json()).toMatchObject({ status, title, detail: expect.any(String) as string })
  })
  test('what is wrong is told in the language of the address', async () => {
    expect((await open.get('/api/v2/tables/nothing?lang=en')).json()).toMatchObject({
      detail: 'There is no table nothing. See /api/v2/tables.',
    })
    expect((await open.get('/api/v2/tables/nothing?lang=sv', { 'accept-language': 'en' })).json()).toMatchObject({
      detail: 'Tabellen nothing finns inte. Se /api/v2/tables.',
    })
  })
  test('a language code that is too long is refused', async () =>
    expect((await open.get(`${table}/data?lang=${'x'.repeat(300)}`)).statusCode).toBe(400))
})
