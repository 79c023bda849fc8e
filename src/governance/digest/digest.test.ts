import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translator } from '../../values/catalogue.ts'
import { noticeKinds, type Notice } from '../notices/notice.ts'
import { digestMessages } from './digestMessages.ts'
import { fingerprints, isWorthTelling, writeDigest, type Waiting } from './digest.ts'

const t = translator(digestMessages, 'sv')
const notice = (given: Partial<Notice> = {}): Notice => ({
  ...{
    kind: 'applicationBoard',
    subject: 'Steg till arbete',
    page: 'ansokningar/1',
    day: '2026-01-10',
    count: null,
    each: [],
    late: false,
    ...given,
  },
})
const place = (...notices: Notice[]): Waiting => ({ place: 'Provförbundet', fictive: false, page: '/forbund/prov/att-gora', notices })

describe('an e-mail of what waits', () => {
  test('says how many of which kind wait where, how many are late, and where they are read', () => {
    const { subject, text } = writeDigest(t, 'https://samlad.exempel.se', [
      place(notice(), notice({ subject: 'Annat' }), notice({ kind: 'grantReport', late: true })),
      { ...place(), place: 'Tomma förbundet' },
    ])
    expect(subject).toBe('Samlad: 3 saker att göra')
    expect(text).toBe(
      [
        'Hej!',
        [
          'Provförbundet: 3 saker att göra, 1 försenade',
          '- Ansökan för styrelsen att besluta om: 2',
          '- Rapport om beviljade medel: 1',
          'https://samlad.exempel.se/forbund/prov/att-gora',
        ].join('\n'),
        'Du får mejlet för att du har bett om det. Sluta få det: https://samlad.exempel.se/konto/e-post\n',
      ].join('\n\n'),
    )
  })
  test('says of invented data that they are', () =>
    expect(writeDigest(t, '', [{ ...place(notice()), fictive: true }]).subject).toMatch(/^PÅHITTADE DATA: /))
  test('names nothing that somebody has typed', () => {
    const typed = fc.string({ minLength: 3 }).map((text) => `§§${text}§§`)
    const kinds = fc.constantFrom(...noticeKinds)
    const notices = fc.array(fc.record({ kind: kinds, subject: typed, late: fc.boolean() }), { minLength: 1 })
    fc.assert(
      fc.property(notices, (given) => {
        const { subject, text } = writeDigest(t, 'https://x.se', [place(...given.map(notice))])
        expect(subject + text).not.toContain('§§')
        expect(subject + text).not.toContain('⟦')
      }),
    )
  })
})

describe('what waits is worth telling', () => {
  const names = (...notices: Notice[]): string[] => fingerprints([place(...notices)])
  const [monday, tuesday] = ['2026-11-23', '2026-11-24']
  test('when something was not told of', () => expect(isWorthTelling(names(notice()), [], tuesday)).toBe(true))
  test('when it has become late', () => expect(isWorthTelling(names(notice({ late: true })), names(notice()), tuesday)).toBe(true))
  test('when another day of the same report is due', () => {
    const [june, december] = ['2026-06-30', '2026-12-31'].map((day) => notice({ kind: 'grantReport', day, late: true }))
    expect(isWorthTelling(names(june!, december!), names(june!), tuesday)).toBe(true)
    expect(isWorthTelling(names(december!), names(june!, december!), tuesday)).toBe(false)
  })
  test('when another drawdown has come among those that wait, or one waits for somebody else, not when one is paid', () => {
    const waits = (...each: string[]): Notice => notice({ kind: 'drawdownWaits', count: each.length, each })
    const told = names(waits('a sent', 'b checked'))
    expect(isWorthTelling(names(waits('a sent', 'b checked', 'c sent')), told, tuesday)).toBe(true)
    expect(isWorthTelling(names(waits('a checked', 'b checked')), told, tuesday)).toBe(true)
    expect(isWorthTelling(names({ ...waits('b checked'), day: '2026-02-01' }), told, tuesday)).toBe(false)
  })
  test('not when all was told of', () => expect(isWorthTelling(names(notice()), names(notice()), tuesday)).toBe(false))
  test('also when all was told of, on the first working day of the week', () =>
    expect(isWorthTelling(names(notice()), names(notice()), monday)).toBe(true))
  test('never when nothing waits', () => expect(isWorthTelling([], names(notice()), monday)).toBe(false))
  test('and its names say nothing of what it is', () => expect(names(notice()).join()).toMatch(/^[0-9a-f]{32}$/))
})
