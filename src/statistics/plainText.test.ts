import { describe, expect, test } from 'vitest'
import { countText, percentText, shareText, unknownText } from './plainText.ts'

describe('plain text', () => {
  test('a share in Swedish', () => {
    expect(shareText({ x: 17, n: 50 }, 'sv', 5)).toBe('17 av 50 (34\u00a0%, osäkerhet 22–48\u00a0%)')
  })
  test('a share in English', () =>
    expect(shareText({ x: 17, n: 50 }, 'en', 5)).toBe('17 of 50 (34%, uncertainty 22–48%)'))
  test('large numbers are grouped', () => {
    expect(shareText({ x: 2604, n: 8400 }, 'sv', 5)).toBe(
      '2\u00a0604 av 8\u00a0400 (31\u00a0%, osäkerhet 30–32\u00a0%)',
    )
    expect([countText(12345, 'sv'), countText(12345, 'en')]).toEqual(['12\u00a0345', '12,345'])
  })
  test('no share of too few', () => expect(shareText({ x: 1, n: 4 }, 'sv', 5)).toBe('1 av 4 (för få för en andel)'))
  test('no share of nobody', () => expect(shareText({ x: 0, n: 0 }, 'en', 5)).toBe('0 of 0 (too few for a share)'))
  test('a hidden share is said to be hidden', () => {
    expect(shareText(undefined, 'sv', 5)).toBe('Visas inte, för att skydda enskilda')
    expect(shareText(undefined, 'en', 5)).toBe('Not shown, to protect individuals')
  })
  test('decimals by language', () =>
    expect([percentText(0.702, 'sv', 1), percentText(0.702, 'en', 1)]).toEqual(['70,2\u00a0%', '70.2%']))
  test('the unknown', () => {
    expect([unknownText(0, 'sv'), unknownText(1200, 'sv')]).toEqual([
      'Uppgift finns för alla',
      'Uppgift saknas för 1\u00a0200',
    ])
    expect(unknownText(3, 'en')).toBe('Not known for 3')
  })
})
