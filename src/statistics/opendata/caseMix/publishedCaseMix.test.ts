// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world } from '../../../../test/api.ts'
import { openData, outcomes } from '../../../../test/openData.ts'
import { publishing, trial } from '../../../../test/publications.ts'
import type { PublishedTable } from '../../publication/domain.ts'
import type { PublishedCaseMix } from './contract.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
})
afterAll(async () => open.close())

const id = outcomes.split('/').at(-1)!
const places = world.associations.join(',')
const ask = (query = `year=2023&places=${places}`) => open.json<PublishedCaseMix>(`/api/published/${id}/case-mix?${query}`)

describe('who the participants of published associations are', () => {
  test('is said to be unpublished before it is published', async () =>
    expect(await ask()).toEqual({ demo: true, population: 'exits', year: '2023', caseMix: null }))

  test('is shares of published cells, association by association and of the country, and hidden where a part is hidden', async () => {
    const ages: PublishedTable = {
      ...{ population: 'exits', place: 'association', region: false, by: ['ageGroup'] },
      merged: [{ axis: 'ageGroup', codes: ['16-24', '25-29'] }],
    }
    await publishing(open.app).release({ ...trial, title: { sv: 'Ålder 2023', en: '' }, year: 2023, month: 12, tables: [ages] })
    // What comes out is seen within a second.
    await expect.poll(async () => (await ask()).caseMix, { timeout: 10_000 }).not.toBeNull()
    const { caseMix } = await ask()
    expect(caseMix!.groups).toEqual([{ title: 'Ålder vid start', columns: ['16–29 år', '30–49 år', '50–66 år'] }])
    expect(caseMix!.rows.map(({ heading }) => heading.label)).toEqual(['Provförbundet 1', 'Provförbundet 2', 'Hela landet'])
    const rows = await open.database.queries.selectFrom('ledger_cell').selectAll().execute()
    const published = (codes: string[], place: string): (number | null)[] =>
      codes.map((code) => rows.find(({ address }) => address === `exits 2023-01..2023-12 ageGroup=${code}${place}`)?.value ?? null)
    const base = (place: string): number => rows.find(({ address }) => address === `exits 2023-01..2023-12${place}`)!.value!
    const expected = ['', ...world.associations.map((one) => ` association=${one}`)].map((place) =>
      [['16-24_25-29'], ['30-39', '40-49'], ['50-59', '60+']].map((codes) => {
        const parts = published(codes, place)
        if (parts.includes(null)) return 'visas inte'
        return `${Math.round((100 * parts.reduce((sum: number, one) => sum + one!, 0)) / base(place))} %`
      }),
    )
    const shown = caseMix!.rows.map(({ texts }) => texts.map((text) => text.replace('\u00a0', ' ')))
    expect(shown).toEqual([...expected.slice(1), expected[0]])
    expect(shown.flat().filter((text) => text.endsWith('%')).length).toBeGreaterThan(3)
  })

  test('has no place that is not published, and is not found of a table that is not there', async () => {
    expect((await ask('year=2023&places=nowhere')).caseMix!.rows.map(({ heading }) => heading.code)).toEqual([''])
    expect((await open.get(`/api/published/nothing/case-mix?year=2023&places=${places}`)).statusCode).toBe(404)
  })
})
