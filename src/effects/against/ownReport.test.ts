// On the embedded database alone
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { translator } from '../../values/catalogue.ts'
import type { Locale } from '../../values/codeList.ts'
import { notAnEffect } from '../claimWords.ts'
import { effectWords, frameMessages } from '../messages.ts'
import { declaredRule, nothingDescribed, type Described } from './described.ts'
import { emptyLine, moneyToWrite } from './moneyAsked.ts'
import { OwnComparison } from './ownComparison.ts'
import { ownReport, ownReportDocx, type Reported } from './ownReport.ts'
import { browserWriter, ownReportPdf } from './ownReportPdf.ts'
import { gateTable } from './resultTables.ts'
import { shapeOfResult } from './claim.ts'
import { againstTexts } from './texts.ts'

const madeAt = new Date('2026-01-15T12:00:00Z')
const catalogue = { ...frameMessages, ...effectWords, ...againstTexts }
const writingOf = (locale: Locale) => ({ locale, t: translator(catalogue, locale) })
const described: Described = {
  ...{ ...nothingDescribed, intervention: 'Provinsatsen <A & B>', outcome: 'Mer än 20 timmar i arbete', fixedBefore: true },
  ...{ from: '2024-01', to: '2024-12', sameWindow: true, rule: 'första mötet' },
}
const money = {
  ...moneyToWrite((name) => name),
  ...{
    total: '850000',
    participations: '10',
    prices: [{ ...emptyLine(), label: 'Vård', amount: '90000', source: 'Påhittad källa', year: '2025' }],
  },
}
/** More than twenty hours, before and after: a yes or no of the made file. */
const file = readFileSync('docs/users/exempel/jamforelse.csv', 'utf8').replace(
  /^(\d;)([^;]*)(;.*;)([^;\r\n]*)/gm,
  (_, group: string, y: string, rest: string, before: string) =>
    `${group}${Number(y.replace(',', '.')) > 20 ? 1 : 0}${rest}${Number(before.replace(',', '.')) > 6 ? 1 : 0}`,
)
let passed: Reported
let failed: Reported
beforeAll(async () => {
  const own = new OwnComparison()
  await own.open(0, new TextEncoder().encode(file), '2026-01-15')
  const background = ['ålder', 'kvinna', 'månader_utan_arbete']
  const columns = {
    treated: 'startade',
    outcome: 'arbetstid',
    placebo: 'arbetstid_före',
    covariates: [...background, 'arbetstid_före'],
    placeboCovariates: background,
  }
  const found = await Promise.all(
    [declaredRule(described), undefined].map((indexDateRule) => own.compare({ ...columns, indexDateRule, lottery: false })),
  )
  ;[passed, failed] = found.map((answer) => {
    if (answer.kind !== 'result') throw new Error(JSON.stringify(answer))
    return { result: answer.result, described, money, column: 'arbetstid', hashes: ['ab'.repeat(32)], software: 'samlad 0.1.0' }
  }) as unknown as [Reported, Reported]
})
const linesOf = (bytes: Uint8Array): string[] =>
  strFromU8(unzipSync(bytes)['word/document.xml']!)
    .split('</w:p>')
    .map((one) => one.replace(/<[^>]*>/g, '').trim())
const docx = (of: Reported, locale: Locale): Uint8Array => ownReportDocx(ownReport(of, madeAt, writingOf(locale)), madeAt, { locale })

describe.each(['sv', 'en'] as const)('the report in %s', (locale) => {
  test('has every check with its answer, and every price with its source', () => {
    const lines = linesOf(docx(passed, locale))
    const { rows } = gateTable(passed.result, { shape: shapeOfResult(passed.result, described), writing: writingOf(locale) })
    expect(rows).toHaveLength(10)
    for (const text of rows.flat()) expect(lines).toContain(text.trim())
    for (const text of ['Vård', '2025', 'Påhittad källa']) expect(lines).toContain(text)
    expect(lines.some((line) => /^90[\s,]000$/.test(line))).toBe(true)
    expect(lines.some((line) => line.includes('ab'.repeat(32)))).toBe(true)
  })
  test('has the word only when every check has passed', () => {
    const [effect, difference] = [passed, failed].map((of) => linesOf(docx(of, locale)).join('\n'))
    expect(effect).toMatch(/effe[ck]t/i)
    expect(notAnEffect.reduce((text, allowed) => text.replaceAll(allowed, ''), difference!)).not.toMatch(/effe[ck]t/i)
    expect(effect! + difference!).not.toMatch(/[Ss]ignifi|⟦|NaN|undefined/)
  })
  test('is well-formed, and the same each time', () => {
    const bytes = docx(passed, locale)
    for (const part of Object.values(unzipSync(bytes))) {
      const faults: string[] = []
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', ({ message }) => faults.push(message))
      parser.write(strFromU8(part)).close()
      expect(faults).toEqual([])
    }
    expect(Buffer.compare(bytes, docx(passed, locale))).toBe(0)
  })
})

test('the net value by payer is in the report of an effect alone', () => {
  const titles = [passed, failed].map((of) =>
    ownReport(of, madeAt, writingOf('sv')).sections.flatMap(({ tables = [] }) => tables.map(({ title }) => title)),
  )
  expect(titles.map((all) => all.includes('Vad som blir kvar, per deltagande'))).toEqual([true, false])
})
test('it was made on the day that it was in Sweden', () => {
  expect(ownReport(passed, new Date('2026-01-14T23:30:00Z'), writingOf('sv')).foot.join()).toContain('2026-01-15')
})
test('figures are in plain words', () => {
  const { sections } = ownReport(passed, madeAt, writingOf('sv'))
  const all = sections
    .flatMap(({ texts }) => texts)
    .join('\n')
    .replace(/[^\S\n]/g, ' ')
  expect(all).toMatch(/Insatsens effekt bland dem som startade: \d+ fler av 100 \(kan vara från \d+ fler till \d+ fler\)\./)
  expect(all).toMatch(/Av dem som startade: \d+ av \d+ \(\d+ %, osäkerhet \d+–\d+ %\)/)
})

describe('the report as PDF', () => {
  test('has every section and table, and the same report and time give the same bytes', async () => {
    const writer = await browserWriter()
    const report = ownReport(passed, madeAt, writingOf('sv'))
    const made: string[] = []
    // What is drawn is compressed, so what is asked to be drawn is looked at.
    const listening = {
      ...writer,
      createPdf: (definition: object) => (made.push(JSON.stringify(definition)), writer.createPdf(definition)),
    }
    const [one, other] = [
      await ownReportPdf(report, madeAt, { locale: 'sv' }, listening),
      await ownReportPdf(report, madeAt, { locale: 'sv' }, writer),
    ]
    expect(Buffer.from(one.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(Buffer.compare(one, other)).toBe(0)
    for (const { title, texts, points = [], tables = [] } of report.sections)
      for (const text of [title, ...texts, ...points, ...tables.flatMap(({ head, rows }) => [...head, ...rows.flat()])])
        expect(made[0]).toContain(JSON.stringify(text).slice(1, -1))
  })
})
