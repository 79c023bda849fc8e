import ExcelJS from 'exceljs'
import JSONstat from 'jsonstat-toolkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonStat2 } from '../../../../test/jsonStatSchema.ts'
import { everything, openData, outcomes, table } from '../../../../test/openData.ts'
import { readPx } from '../../../../test/readPx.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
})
afterAll(async () => open.close())

describe('formats', () => {
  const read = async (format: string, rest = '') => open.get(`${table}/data?${everything}&outputFormat=${format}${rest}`)
  test('JSON-stat 2.0 keeps to its schema, in every table, and its own toolkit reads it', async () => {
    for (const { id } of (await open.json<{ tables: { id: string }[] }>('/api/v2/tables')).tables)
      for (const part of ['data', 'metadata']) jsonStat2.parse(await open.json(`/api/v2/tables/${id}/${part}`))
    const dataset = await open.json(`${table}/data?${everything}`)
    const read = JSONstat(dataset)
    expect([read.class, read.length, read.n]).toEqual(['dataset', 4, 18])
    const cell = read.Data({ place: 'nation', sex: 'woman', Tid: '2023' }) as { value: number | null }
    expect(cell.value).toBe(dataset.value[3])
  })
  test('PX is read back with the same cells, codes and signs', async () => {
    const all = `${everything}&valuecodes[afterExit]=*`
    const dataset = await open.json(`${outcomes}/data?${all}`)
    const px = readPx((await open.get(`${outcomes}/data?${all}&outputFormat=px`)).body)
    expect(px.keywords.get('OFFICIAL-STATISTICS')).toEqual(['NO'])
    expect(px.keywords.get('TITLE')).toEqual([dataset.label])
    expect(px.keywords.get('CODES("Plats")')).toEqual(Object.keys(dataset.dimension.place!.category.index))
    expect(px.keywords.get('VALUES("Efter avslutet")')).toEqual(Object.values(dataset.dimension.afterExit!.category.label))
    expect(px.keywords.get('TIMEVAL("år")')!.slice(-2)).toEqual(['2022', '2023'])
    // Stub place, outcome and sex, heading contents and time: the same order as in JSON-stat.
    expect(px.data).toEqual(dataset.value.map((value, at) => value ?? dataset.status![at]))
    expect(px.data.filter((cell) => cell === '..').length).toBeGreaterThan(5)
  })
  test('CSV has a line for each row, as texts, codes or both', async () => {
    const lines = async (rest: string) => (await read('csv', rest)).body.replace('\uFEFF', '').trim().split('\r\n')
    const plain = await lines('')
    expect([plain.length, plain[0]]).toEqual([10, '"Plats","Kön","Avslutade deltaganden 2022","Avslutade deltaganden 2023"'])
    expect((await lines('&outputFormatParams=UseCodes,SeparatorSemicolon'))[1]).toMatch(/^"nation";"all";\d+;\d+$/)
    expect((await lines('&outputFormatParams=UseCodesAndTexts,IncludeTitle'))[0]).toMatch(/^"PÅHITTADE DATA/)
  })
  test('Excel opens it, with title and notes', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await read('xlsx')).rawPayload as unknown as ArrayBuffer)
    const rows = workbook.worksheets[0]!.getSheetValues().slice(1) as (string | number)[][]
    expect(rows[0]![1]).toMatch(/^PÅHITTADE DATA/)
    expect(rows.flat()).toContain('Plats')
    expect(JSON.stringify(rows)).toContain('Sveriges officiella statistik')
  })
  test('HTML is a table with headings for rows and columns, hidden cells in words', async () => {
    const { body } = await open.get(`${outcomes}/data?${everything}&outputFormat=html`)
    expect(body.match(/<th scope="row">/g)).toHaveLength(18)
    const all = await open.get(`${outcomes}/data?${everything}&valuecodes[afterExit]=*&outputFormat=html`)
    expect(all.body).toContain('<td><abbr title="Skyddat">..</abbr></td>')
  })
  test('placement turns rows and columns', async () => {
    const { body } = await read('csv', '&stub=Tid&heading=sex,place&outputFormatParams=UseCodes')
    expect(body.replace('\uFEFF', '').split('\r\n')[0]).toMatch(/^"år","all nation EXITS",/)
  })
})
