import type { Writing } from '../../statistics/figure.ts'
import { documentXml, heading, paragraph, styles, table } from '../../statistics/reports/files/wordXml.ts'
import { wordFile } from '../../statistics/reports/files/wordFile.ts'
import { periodText } from '../../statistics/words.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { OwnDifference, OwnEffect } from '../domain.ts'
import { numberText } from './amounts.ts'
import { claimOf, outcomeName, shapeOfResult } from './claim.ts'
import { wholeOf, windowOf, type Described } from './described.ts'
import { readMoney, type MoneyWritten } from './moneyAsked.ts'
import { moneyWords } from './moneyWords.ts'
import { neededSentences } from './needed.ts'
import { countingOutside } from './outside.ts'
import type { OwnResult } from './ownResult.ts'
import * as tables from './resultTables.ts'

/** What a report is made of: the result, and all that was said of it. */
export interface Reported {
  result: OwnResult
  described: Described
  money: MoneyWritten
  /** What the outcome's column is called. */
  column: string
  /** Of the files, so that it can be seen later what it was made of. */
  hashes: readonly string[]
  software: string
}

/** A part of a report: a heading, then paragraphs, points and tables. */
export interface ReportSection {
  title: string
  texts: string[]
  points?: string[]
  tables?: tables.WordsTable[]
}

export interface OwnReport {
  title: string
  sections: ReportSection[]
  foot: string[]
}

/** A comparison as a report: question, who, answer, checks, what stands beside, and what is not known. Its words are those of the page. */
export function ownReport(of: Reported, madeAt: Date, writing: Writing): OwnReport {
  const { t } = writing
  const { described, column, hashes, software } = of
  const result = countingOutside(of.result, wholeOf(described.outside) ?? 0)
  const claim = claimOf(result, described, column, writing)
  const told = { shape: shapeOfResult(result, described), writing }
  const asked = questionTexts(of, writing)
  const notes = claim.notes.filter((note) => !asked.includes(note))
  const needed = neededSentences(result, described, writing)
  const unseen = tables.eValueText(result, writing)
  const detectable = tables.detectableText(result, told)
  return {
    title: `${interventionOf(described, writing)}: ${claim.title}`,
    sections: [
      { title: t('effects.report.question'), texts: asked },
      { title: t('effects.report.answer'), texts: [t(`effects.says.${claim.claim}`), ...claim.sentences, ...notes] },
      { title: t('effects.against.gate'), texts: [t('effects.against.gateHelp')], tables: [tables.gateTable(result, told)] },
      ...(needed.length > 0 ? [{ title: t('effects.against.needed'), texts: [], points: needed }] : []),
      { title: t('effects.against.notKnown'), texts: [], points: claim.notKnown },
      { title: t('effects.against.who'), texts: [], tables: [tables.whoTable(result, told)] },
      { title: t('effects.against.estimates'), texts: [], tables: [tables.estimateTable(result, told)] },
      { title: t('effects.against.balance'), texts: [], tables: [tables.balanceTable(result, writing)] },
      { title: t('effects.against.unfollowed'), texts: [], tables: [tables.missingTable(result, told)] },
      moneySection({ ...of, result }, claim, told),
      {
        ...{ title: t('effects.against.power'), tables: [tables.powerTable(result, told)] },
        texts: [tables.powerHelp(result, told), ...(detectable === undefined ? [] : [detectable])],
      },
      {
        ...{ title: t('effects.against.sensitivity'), tables: [tables.sensitivityTable(result, told)] },
        texts: [t('effects.against.sensitivityHelp'), ...(unseen === undefined ? [] : [unseen])],
      },
    ],
    foot: [
      t('effects.report.method'),
      ...hashes.map((hash) => t('effects.report.hash', { hash })),
      t('effects.report.made', { date: stockholmDate(madeAt), software }),
    ],
  }
}

const interventionOf = ({ intervention }: Described, { t }: Writing): string => intervention.trim() || t('effects.report.noIntervention')

function questionTexts({ described, column }: Reported, writing: Writing): string[] {
  const { t } = writing
  const intervention = interventionOf(described, writing)
  const window = windowOf(described)
  const rule = described.rule.trim()
  return [
    t('effects.report.questionText', { intervention, outcome: outcomeName(described, column, writing) }),
    t(described.fixedBefore ? 'effects.report.registered' : 'effects.against.exploratory'),
    ...(window && rule !== '' ? [t('effects.report.windowText', { period: periodText(window, writing), rule })] : []),
    ...(described.lottery ? [t('effects.report.lotteryText')] : []),
  ]
}

/** Cost and value with the prices they are made of, each with its source. */
function moneySection({ result, money }: Reported, claim: OwnDifference | OwnEffect, told: tables.Told): ReportSection {
  const { t } = told.writing
  const read = readMoney(money)
  const said = moneyWords(result, claim, read, told)
  const isUsed = read.cost !== undefined && read.prices.length > 0 && result.isShare
  const columns = ['label', 'gains', 'loses', 'amount', 'year', 'index', 'source']
  const prices = read.prices.map(({ label, gains, loses, amount, year, index, source }) => [
    ...[label, t(`effects.money.payer.${gains}`), loses ? t(`effects.money.payer.${loses}`) : '–'],
    ...[numberText(amount, 2, told.writing), String(year), numberText(index, 4, told.writing), source],
  ])
  const { fade, displacement, discount, years } = money
  return {
    title: t('effects.money.title'),
    texts: [...said.sentences, ...(isUsed ? [t('effects.report.howText', { fade, displacement, discount, years })] : [])],
    tables: [
      ...(said.net.length > 0
        ? [
            {
              ...{ title: t('effects.found.net'), head: [t('effects.found.whom'), t('effects.found.value')] },
              rows: said.net.map(({ whom, value }) => [whom, value]),
            },
          ]
        : []),
      ...(isUsed ? [{ title: t('effects.report.prices'), head: columns.map((one) => t(`effects.money.${one}`)), rows: prices }] : []),
    ],
  }
}

/** Letters so much larger than those of one-page reports, to be read at length. */
const times = 1.4

/** A report as a Word document on A4. The same report and time give the same bytes. */
export function ownReportDocx(report: OwnReport, madeAt: Date, { locale }: Pick<Writing, 'locale'>): Uint8Array {
  const body = report.sections.flatMap(({ title, texts, points = [], tables: of = [] }) => [
    heading(title, 2),
    ...texts.map((text) => paragraph(text)),
    ...points.map((text) => paragraph(`– ${text}`)),
    ...of.flatMap(({ title: caption, head, rows, strong }) => [
      table({
        ...{ title: caption, head, isText: head.map(() => true) },
        rows: rows.map((row, at) => ({ isTotal: at === strong, texts: row })),
      }),
      paragraph('', 'Gap'),
    ]),
  ])
  const foot = report.foot.map((text) => paragraph(text, 'Small'))
  return wordFile({
    ...{ title: report.title, madeAt, locale, styles: styles(locale, times) },
    document: documentXml({ head: [heading(report.title, 1)], body, foot }, { isWide: false, columns: 1 }),
  })
}
