import { describe, expect, test } from 'vitest'
import { about, exact, hidden, noise, reserved } from '../../test/noise.ts'
import { shareFigure } from './figure.ts'
import { statisticsMessages } from './messages.ts'
import { translator } from '../values/catalogue.ts'
import type { Locale } from '../values/codeList.ts'
import type { Cell } from '../disclosure/cell.ts'
import { cellText, countText, percentText, unknownText } from './plainText.ts'

const said = (x: Cell, n: Cell, locale: Locale = 'sv'): string =>
  shareFigure({ x, n, unknown: about(0), known: n, apart: undefined }, noise, { locale, t: translator(statisticsMessages, locale) }).text

describe('plain text', () => {
  test('an exact share is as wide as chance', () => expect(said(exact(17), exact(50))).toBe('17 av 50 (34\u00a0%, osäkerhet 22–48\u00a0%)'))
  test('an approximate one says so, and is wider', () => {
    expect(said(about(17), about(50))).toBe('≈17 av ≈50 (34\u00a0%, osäkerhet 20–50\u00a0%)')
    expect(said(about(17), about(50), 'en')).toBe('≈17 of ≈50 (34%, uncertainty 20–50%)')
  })
  test('each number has its own sign', () => expect(said(about(17), exact(50))).toContain('≈17 av 50 ('))
  test('large numbers are grouped', () => {
    expect(said(exact(2604), exact(8400))).toBe('2\u00a0604 av 8\u00a0400 (31\u00a0%, osäkerhet 30–32\u00a0%)')
    expect([countText(12345, 'sv'), countText(12345, 'en')]).toEqual(['12\u00a0345', '12,345'])
    expect(cellText(about(12345), 'sv')).toBe('≈12\u00a0345')
  })
  test('no share of fewer than 20', () => {
    expect(said(about(7), about(19))).toBe('≈7 av ≈19 (för få för en andel)')
    expect(said(exact(7), exact(19))).toBe('7 av 19 (för få för en andel)')
    expect(said(about(7), about(20))).toContain('%')
  })
  test('no share of nobody', () => expect(said(exact(0), exact(0), 'en')).toBe('0 of 0 (too few for a share)'))
  test('what has no number says why', () => {
    expect(said(hidden, about(50))).toBe('Visas inte, för att skydda enskilda')
    expect(said(about(17), reserved)).toBe('Visas när tabellen publiceras')
    expect(said(hidden, about(50), 'en')).toBe('Not shown, to protect individuals')
  })
  test('decimals by language', () => expect([percentText(0.702, 'sv', 1), percentText(0.702, 'en', 1)]).toEqual(['70,2\u00a0%', '70.2%']))
  test('the unknown: an approximate nought does not say that all are known', () => {
    expect([unknownText(exact(0), 'sv'), unknownText(exact(1200), 'sv')]).toEqual([
      'Uppgift finns för alla',
      'Uppgift saknas för 1\u00a0200',
    ])
    expect([unknownText(about(0), 'sv'), unknownText(about(8), 'en')]).toEqual(['Uppgift saknas för ≈0', 'Not known for ≈8'])
  })
})
