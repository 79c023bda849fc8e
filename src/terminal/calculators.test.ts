// On the embedded database alone
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

function samlad(input: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...args], { encoding: 'utf8', input })
  return { status, out: stdout.trim(), err: stderr.trim() }
}
const offers = { state: 24_000_000, regions: { R: 8_000_000 }, municipalities: { A: 12_000_000 } }
const allocation = {
  ...{ frame: 2_000_001, base: 0, weights: { supportMeasure: 1, population: 0 } },
  associations: ['a', 'b'].map((id) => ({ id, supportMeasure: 1, population: 1 })),
}

describe('contributions and allocate', () => {
  test('read standard input and answer on one line with --json', () => {
    const { status, out } = samlad(`\uFEFF${JSON.stringify({ offers })}`, 'contributions', '-', '--json')
    expect([status, out.split('\n').length]).toEqual([0, 1])
    expect(JSON.parse(out)).toMatchObject({ level: 32_000_000, binding: ['regions'], gap: null })
  })
  test('say which outsider gives nothing, beside an answer that is as without it', () => {
    const [named, plain] = [{ offers, outsideRegion: ['Gotland'] }, { offers }].map((one) =>
      samlad(JSON.stringify(one), 'contributions', '-'),
    )
    expect([named!.status, named!.out]).toEqual([0, plain!.out])
    expect(named!.err).toContain('outsideRegion nämner Gotland, som inte finns bland offers.municipalities.')
    expect(plain!.err).toBe('')
  })
  test('give each step its reason in words, in either language, and every krona', () => {
    const [sv, en] = ['sv', 'en'].map((lang) => {
      const { out } = samlad(JSON.stringify(allocation), 'allocate', '-', '--lang', lang)
      return JSON.parse(out) as { allocations: { amount: number; steps: { because: string }[] }[]; sum: number }
    })
    expect([sv!.sum, sv!.allocations.map(({ amount }) => amount)]).toEqual([2_000_001, [1_000_001, 1_000_000]])
    expect(sv!.allocations[0]!.steps.map(({ because }) => because)).toEqual([
      'Grundbelopp, lika för alla förbund.',
      '50 % av försörjningsmåttet i alla förbund, som fördelar 100 % av det som är kvar efter grundbeloppen.',
    ])
    expect(en!.allocations[0]!.steps[0]!.because).toBe('Base, the same for every association.')
  })
  test.each([
    ['contributions', { offers: { ...offers, state: -5 } }, 'offers.state ska vara hela kronor, 0 eller mer, men är -5.'],
    ['contributions', { offers, agred: 1 }, 'agred är inget fält som används. Kontrollera stavningen.'],
    [
      'allocate',
      { ...allocation, base: 1_500_000 },
      'base räcker ramen inte till: 2 förbund gånger 1 500 000 kr är 3 000 000 kr, ramen är 2 000 001 kr.',
    ],
    ['allocate', { ...allocation, brake: 'x' }, 'brake ska vara en andel mellan 0 och 1, men är "x".'],
    ['allocate', 7, 'frågan har fel form: 7.'],
  ])('%s tells the field that is wrong, and ends with 2', (command, question, message) => {
    const { status, out, err } = samlad(JSON.stringify(question), command, '-')
    expect([status, out]).toEqual([2, ''])
    expect(err.replace(/\s/g, ' ')).toBe(`-: ${message}`)
  })
  test('so do no JSON, no text and no file name', () => {
    for (const [input, ...args] of [['{', '-'], ['\u0000\u0001\u0002', '-'], ['']])
      expect(samlad(input!, 'contributions', ...args).status).toBe(2)
  })
  test('a file that is not there ends with 3', () => expect(samlad('', 'allocate', 'gone.json').status).toBe(3))
})
