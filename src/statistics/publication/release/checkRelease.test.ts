import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkRelease } from './checkRelease.ts'
import { defaultPublicationPolicy } from '../domain.ts'

const code = (name: string, depth: number) => ({ code: name, label: { sv: name, en: name }, depth })
const shown = (value: number | null) => (value === null ? { kind: 'suppressed' } : { kind: 'shown', value })
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A release of one table by place and sex, in the order of rows. */
function released(cells: (number | null)[]): Map<string, Uint8Array> {
  const document = {
    ...{
      format: 'samlad-release/1',
      title: { sv: 'Prov', en: 'Trial' },
      period: { from: '2024-01', to: '2024-12' },
      demo: true,
      official: false,
    },
    ...{ dataDate: null, software: 'samlad', policy: defaultPublicationPolicy, hidden: [] },
    tables: [
      {
        spec: { population: 'exits', place: 'association', region: false, by: ['sex'] },
        ...{ title: { sv: 'Avslut', en: 'Exits' }, definition: { sv: '', en: '' } },
        axes: [
          { name: 'place', label: { sv: 'Plats', en: 'Place' }, codes: [code('riket', 0), code('a', 1), code('b', 1)] },
          { name: 'sex', label: { sv: 'Kön', en: 'Sex' }, codes: [code('all', 0), code('woman', 1), code('man', 1)] },
        ],
        cells: cells.map(shown),
      },
    ],
  }
  const bytes = Buffer.from(JSON.stringify(document))
  const policy = Buffer.from(JSON.stringify({ document: hash(bytes) }))
  const sums = `${hash(bytes)}  release.json\n${hash(policy)}  policy.json\n`
  return new Map<string, Uint8Array>([
    ['release.json', bytes],
    ['policy.json', policy],
    ['SHA256SUMS', Buffer.from(sums)],
  ])
}
const kinds = (files: Map<string, Uint8Array>): string[] => [...new Set(checkRelease(files).findings.map(({ kind }) => kind))].sort()

describe('a release that was received', () => {
  const good = [60, 30, 30, 40, 20, 20, 20, 10, 10]
  test('is good as it was published', () =>
    expect(checkRelease(released(good))).toMatchObject({ findings: [], cells: 9, hidden: 0, sums: 6 }))
  test('is good with cells hidden in pairs', () => expect(kinds(released([60, 30, 30, 40, null, null, 20, null, null]))).toEqual([]))
  test('shows no count below the threshold', () => expect(kinds(released([60, 24, 36, 40, 20, 20, 20, 4, 16]))).toEqual(['smallCount']))
  test('has sums that hold', () => expect(kinds(released([61, 30, 30, 40, 20, 20, 20, 10, 10]))).toEqual(['sumBroken']))
  test('has no small count that follows, be it by several steps', () => {
    expect(kinds(released([60, 36, 24, 40, 36, null, 20, null, 20]))).toEqual(['follows'])
    expect(kinds(released([60, null, null, 40, null, 36, 20, null, 18]))).toEqual(['follows'])
  })
  test('may have one that follows and is none or many', () => {
    expect(kinds(released([60, 30, 30, 40, 20, 20, 20, null, 10]))).toEqual([])
    expect(kinds(released([60, 40, 20, 40, 40, null, 20, null, 20]))).toEqual([])
  })
  test('is not good when a file was changed, is missing or was added', () => {
    const changed = released(good)
    changed.set('policy.json', Buffer.from('{}'))
    expect(kinds(changed)).toEqual(['changed', 'otherDocument'])
    const missing = released(good)
    missing.delete('policy.json')
    expect(kinds(missing)).toEqual(['fileMissing', 'otherDocument'])
    expect(kinds(released(good).set('mer.csv', Buffer.from('1')))).toEqual(['extra'])
  })
  test('is not good without its hashes, or unreadable', () => {
    expect(kinds(new Map())).toEqual(['hashMissing', 'unreadable'])
    expect(kinds(new Map([['release.json', Buffer.from('[]')]]))).toEqual(['hashMissing', 'unreadable'])
  })
})
