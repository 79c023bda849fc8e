import { describe, expect, test } from 'vitest'
import { importLimits } from '../../spreadsheet/limits.ts'
import { readSheets } from '../../spreadsheet/readSheets.ts'
import { translator } from '../../values/catalogue.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import type { StaggeredPanel } from '../differences/staggeredPanel.ts'
import { frameMessages } from '../messages.ts'
import { areasAnswer } from './areasAnswer.ts'
import { inventedPanel } from './inventedPanel.ts'
import { areasMessages } from './messages.ts'
import { readOwnPanel } from './ownPanel.ts'

const writing = { locale: 'sv', t: translator({ ...frameMessages, ...areasMessages }, 'sv') } as const
const read = async (text: string) => readOwnPanel((await readSheets(new TextEncoder().encode(text), importLimits)).sheets)
const told = async (text: string): Promise<string[]> => (await read(text)).faults.map(({ key, args }) => writing.t(key, args))

describe('a table of areas', () => {
  const rows = ['Norr;2019;2020;1,5', 'Norr;2020;2020;2', 'Söder;2019;;1', 'Söder;2020;;1,25']
  test('is areas over periods, in the order it gives them, decimal comma and all', async () => {
    const { panel, areas, faults } = await read(['Kommun;År;Start;Utfall', ...rows].join('\n'))
    expect([areas, faults]).toEqual([['Norr', 'Söder'], []])
    expect(panel).toEqual({
      periods: [2019, 2020],
      start: [2020, undefined],
      y: [
        [1.5, 2],
        [1, 1.25],
      ],
    })
  })
  test('may have months, titles above and columns in any order', async () => {
    const { panel } = await read(['Sjuktal;;;', 'Värde;Start;Månad;Område', '3;;2023-01;A', '4;;2022-12;A'].join('\n'))
    expect(panel).toEqual({ periods: [2022 * 12 + 11, 2023 * 12], start: [undefined], y: [[4, 3]] })
  })
  test('in which it starts after the last period has not started', async () => {
    const { panel } = await read(['Område;Period;Start;Utfall', 'A;1;9;3', 'A;2;9;3'].join('\n'))
    expect(panel!.start).toEqual([undefined])
  })
  test.each([
    ['Rad 2, Utfall', ['Norr;2019;2020;mycket']],
    ['Rad 2, Period', ['Norr;i fjol;2020;1']],
    ['Rad 2, Start', ['Norr;2019;snart;1']],
    ['Rad 2, Område', [';2019;2020;1']],
    ['Rad 3: Norr finns två gånger', [rows[0]!, rows[0]!]],
    ['Rad 3: Norr har två olika starter', [rows[0]!, 'Norr;2020;2019;2']],
    ['Söder saknas i 1 av 2 perioder', rows.slice(0, 3)],
    ['Rad 2: starten för Norr är ingen av tabellens perioder', ['Norr;2018;2019;1', 'Norr;2020;2019;1']],
  ])('says %s', async (words, lines) =>
    expect((await told(['Område;Period;Start;Utfall', ...lines].join('\n'))).join(' ')).toContain(words),
  )
  test('without its headings says which they are', async () =>
    expect((await told('a;b\n1;2'))[0]).toContain('Område, Period, Start, Utfall'))
})

/** Areas that go the same way but for chance, and 5 more from the start on. */
function made(started: number, never: number, drift = 0, seed = 5): StaggeredPanel {
  const random = seededRandom(seed)
  const periods = [0, 1, 2, 3, 4, 5]
  const start = [...Array.from({ length: started }, (_, at) => 3 + (at % 2)), ...Array.from({ length: never }, () => undefined)]
  const y = start.map((own) =>
    periods.map((period) => period + random() + (own === undefined ? 0 : drift * period + (period >= own ? 5 : 0))),
  )
  return { periods, start, y }
}

describe('what is said of areas', () => {
  test('is the difference after the start, and that they went the same way before it', () => {
    const { sentences, isAlikeBefore, claim, events } = areasAnswer(made(14, 20), writing)
    expect([claim, isAlikeBefore]).toEqual(['comparison', true])
    expect(sentences[0]).toBe('14 områden startade under perioderna och 20 startade aldrig. 6 perioder.')
    expect(sentences[1]).toMatch(/^Efter starten: (4,[5-9]|5(,[0-5])?) högre \(kan vara från .+ högre till .+ högre\)/)
    expect(events.map(({ since, isBefore }) => [since, isBefore])).toEqual([-4, -3, -2, 0, 1, 2].map((since) => [since, since < 0]))
  })
  test('is that they parted already, where they did', () => {
    const { sentences, isAlikeBefore } = areasAnswer(made(14, 20, 2), writing)
    expect(isAlikeBefore).toBe(false)
    expect(sentences.join(' ')).toContain('går skillnaden efter starten inte att läsa som startens')
  })
  test('is that they parted of areas that did not in fewer than one case of eight, all periods together', () => {
    const seeds = Array.from({ length: 200 }, (_, at) => at + 1)
    const parted = seeds.filter((seed) => !areasAnswer(made(14, 20, 0, seed), writing).isAlikeBefore)
    expect(parted.length).toBeLessThan(25)
  })
  test('with few that started is how often other areas would have given as much', () => {
    const { sentences } = areasAnswer(made(4, 20), writing)
    expect(sentences.join(' ')).toMatch(/Bara 4 områden startade.+minst lika stor i 0,\d\s% av dem/)
  })
  test('with few periods before is that they are too few', () => {
    const panel = made(12, 12)
    const short = { ...panel, periods: panel.periods.slice(2), y: panel.y.map((row) => row.slice(2)) }
    expect(areasAnswer({ ...short, start: short.start.map((one) => one && 3) }, writing).sentences.join(' ')).toContain('för få perioder')
  })
  test('leaves out areas that had started from the first, and says so', () => {
    const panel = made(14, 20)
    const { sentences, events } = areasAnswer({ ...panel, start: panel.start.map((one, at) => (at === 0 ? 0 : one)) }, writing)
    expect(sentences.at(-1)).toContain('1 områden hade startat')
    expect(events.every(({ areas }) => areas <= 13)).toBe(true)
  })
  test.each([0, 1])('is nothing with %i areas that never started', (never) =>
    expect(() => areasAnswer(made(10, never), writing)).toThrow(RangeError),
  )
  test('of one that started and two that never did is the difference, without how sure it is and without that they went the same way', () => {
    const { sentences, isAlikeBefore, events } = areasAnswer(made(1, 2), writing)
    const text = sentences.join(' ')
    expect(text).not.toContain('NaN')
    expect(text).not.toContain('kan vara från')
    expect(sentences[0]).toBe('Ett område startade under perioderna och 2 startade aldrig. 6 perioder.')
    expect(sentences[1]).toMatch(/^Efter starten: \d,\d högre \(hur säkert går inte att säga\)/)
    expect(text).toContain('Bara ett område startade, och då finns inget intervall.')
    expect(text).toContain('Före starten går det inte att se om områdena gick åt samma håll')
    expect(isAlikeBefore).toBe(false)
    expect(events.map((event) => event.text).join(' ')).not.toContain('NaN')
  })
  test('of areas that started one by one tries the periods before that two or more have, and says that it is those', () => {
    const panel = made(12, 20)
    const periods = Array.from({ length: 14 }, (_, at) => at)
    const random = seededRandom(3)
    const alone = {
      periods,
      start: panel.start.map((_, at) => (at < 12 ? at + 1 : undefined)),
      y: panel.y.map(() => periods.map(() => random())),
    }
    const { sentences, events, isAlikeBefore } = areasAnswer(alone, writing)
    expect(events.filter(({ estimate }) => Number.isNaN(estimate.se)).map(({ since, areas }) => [since, areas])).toEqual([
      [-12, 1],
      [12, 1],
    ])
    expect(sentences.join(' ')).toContain('Före starten: i alla 10 perioder som går att pröva kan skillnaden vara noll.')
    expect(isAlikeBefore).toBe(true)
  })
  test('is that they parted of areas that did not, and that started one by one, in fewer than one case of twelve', () => {
    const periods = Array.from({ length: 14 }, (_, at) => at)
    const start = Array.from({ length: 32 }, (_, at) => (at < 12 ? at + 1 : undefined))
    const random = seededRandom(4)
    const drawn = Array.from({ length: 100 }, () =>
      areasAnswer({ periods, start, y: start.map(() => periods.map(() => random())) }, writing),
    )
    expect(drawn.filter(({ isAlikeBefore }) => !isAlikeBefore).length).toBeLessThan(9)
  })
  test('of the invented ones finds what was put there', () => {
    const { sentences, isAlikeBefore } = areasAnswer(inventedPanel(), writing)
    expect(sentences[1]).toMatch(/^Efter starten: 1,\d+ högre/)
    expect(isAlikeBefore).toBe(true)
  })
})
