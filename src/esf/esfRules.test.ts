// On the embedded database alone: nothing here has one.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importRow } from '../../test/participations.ts'
import { addDays, addMonths } from '../values/civilDate.ts'
import type { Participation } from '../participations/domain.ts'
import { countIndicators } from './counting.ts'
import { monthStates, listedAt, type HandIn, type Recorded } from './corrections.ts'
import { indicators } from './indicators.ts'
import { monthFiles, regenerated, rowsOf, type Listed } from './monthFile.ts'
import { participantsBy, standingOf, type Taken } from './participants.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2022-01-01', n))
const participation = fc
  .record({
    entryDate: day,
    stays: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null }),
    sex: fc.constantFrom('woman' as const, 'man' as const),
  })
  .map(({ entryDate, stays, sex }) => ({ entryDate, exitDate: stays === null ? null : addDays(entryDate, stays), sex, birthYear: 1980 }))
const listed = (index: number, one: Listed['participation']): Listed => ({ id: `id ${index}`, code: `K${index}`, participation: one })
const people = fc.array(participation, { maxLength: 12 }).map((all) => all.map((one, at) => listed(at, one)))
const until = '2025-12'

describe('the file of a month', () => {
  const one = (entryDate: string, exitDate: string | null): Listed => listed(1, { entryDate, exitDate, sex: 'woman', birthYear: 1980 })
  test('has everybody who took part on a day of it, from the first to the last', () => {
    const months = ['2024-01', '2024-02', '2024-03', '2024-04']
    expect(months.map((month) => rowsOf([one('2024-02-29', '2024-03-01')], month).length)).toEqual([0, 1, 1, 0])
    expect(rowsOf([one('2024-02-29', null)], '2030-01')).toHaveLength(1)
  })
  test('tells a start in its month, and an exit in its own month and not before', () => {
    const all = monthFiles([one('2024-02-10', '2024-04-05')], { until: '2024-05' }, digest)
    expect(all.map(({ month, rows }) => [month, ...rows.map(({ begins, ends, exitDate }) => [begins, ends, exitDate])])).toEqual([
      ['2024-02', [true, false, null]],
      ['2024-03', [false, false, null]],
      ['2024-04', [false, true, '2024-04-05']],
      ['2024-05'],
    ])
  })
  test('is the same whatever order the participations come in', () =>
    fc.assert(
      fc.property(people, (all) => {
        expect(monthFiles(all.toReversed(), { until }, digest)).toEqual(monthFiles(all, { until }, digest))
      }),
    ))
})

describe('after a late correction', () => {
  /** Somebody's dates are corrected, somebody is registered late, somebody should not have been there. */
  const corrected = fc
    .tuple(people, fc.nat(), participation, fc.constantFrom('corrected', 'added', 'removed'))
    .map(([before, at, now, how]) => {
      const target = before[at % Math.max(1, before.length)]
      if (how === 'added' || !target) {
        const late = listed(99, now)
        return { before, after: [...before, late], touched: [late] }
      }
      const kept = before.filter((one) => one !== target)
      if (how === 'removed') return { before, after: kept, touched: [target] }
      const moved = { ...target, participation: now }
      return { before, after: [...kept, moved], touched: [target, moved] }
    })
  test('the files regenerated from the first month it touches are those made from nothing', () =>
    fc.assert(
      fc.property(corrected, ({ before, after, touched }) => {
        const files = monthFiles(before, { until }, digest)
        expect(regenerated(files, after, touched, { until }, digest)).toEqual(monthFiles(after, { until }, digest))
      }),
      { numRuns: 500 },
    ))
  test('every later month that was handed in is to be read in anew, and no earlier one', () =>
    fc.assert(
      fc.property(corrected, ({ before, after }) => {
        const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-01-03T00:00:00.000Z']
        const ids = [...new Set([...before, ...after].map(({ id }) => id))]
        const recorded: Recorded[] = ids.map((id) => {
          const [was, is] = [before, after].map((all) => all.find((one) => one.id === id))
          const versions = [
            ...(was ? [{ recordedAt: early, listed: was.participation }] : []),
            ...(is === was ? [] : [{ recordedAt: late, listed: is?.participation ?? null }]),
          ]
          return { id, code: id.replace('id ', 'K'), lockedAt: null, versions }
        })
        const handedAt = '2026-01-02T00:00:00.000Z'
        const handIns: HandIn[] = monthFiles(before, { until }, digest).map(({ month, own, chain }) => ({ month, own, chain, handedAt }))
        const states = monthStates(recorded, handIns, { until }, digest)
        const handed = states.filter((one) => one.handedAt !== null)
        const first = handed.findIndex(({ state }) => state === 'changed')
        expect(handed.slice(Math.max(0, first)).every(({ state }) => (first < 0 ? state === 'same' : state === 'changed'))).toBe(true)
        expect(handed.every(({ isGone }) => !isGone)).toBe(true)
        for (const one of handed) {
          const then = rowsOf(listedAt(recorded, handedAt), one.file.month)
          expect(one.differences.length > 0).toBe(JSON.stringify(then) !== JSON.stringify(one.file.rows))
          if (one.state === 'changed') expect(one.since! <= one.file.month).toBe(true)
        }
      }),
      { numRuns: 300 },
    ))
  test('a file of which somebody has been disposed of says that it can no longer be told what it was', () => {
    const all = [listed(1, { entryDate: '2024-01-01', exitDate: null, sex: 'man', birthYear: 1990 })]
    const handedAt = '2025-01-02T00:00:00.000Z'
    const handIns = monthFiles([...all, listed(2, all[0]!.participation)], { until: '2024-02' }, digest).map((one) => ({
      ...one,
      handedAt,
    }))
    const recorded: Recorded[] = [
      { id: 'id 1', code: 'K1', lockedAt: null, versions: [{ recordedAt: '2024-02-01T00:00:00.000Z', listed: all[0]!.participation }] },
    ]
    expect(
      monthStates(recorded, handIns, { until: '2024-02' }, digest).map(({ state, isGone, differences }) => [state, isGone, differences]),
    ).toEqual([
      ['changed', true, []],
      ['changed', true, []],
    ])
  })
  test('one that is locked is out of the file, and its code is not told', () => {
    const held = { entryDate: '2024-01-01', exitDate: null, sex: 'man', birthYear: 1990 } as const
    const recorded: Recorded[] = [
      { id: 'a', code: 'KA', lockedAt: '2024-03-05T00:00:00.000Z', versions: [{ recordedAt: '2024-01-02T00:00:00.000Z', listed: held }] },
    ]
    const handIns = monthFiles([{ id: 'a', code: 'KA', participation: held }], { until: '2024-02' }, digest).map((one) => ({
      ...one,
      handedAt: '2024-03-02T00:00:00.000Z',
    }))
    const [first] = monthStates(recorded, handIns, { until: '2024-02' }, digest)
    expect(first).toMatchObject({ state: 'changed', since: '2024-01', isGone: false, file: { rows: [] } })
    expect(first!.differences).toEqual([{ id: null, code: null, what: 'removed', fields: [], recordedAt: '2024-03-05T00:00:00.000Z' }])
  })
})

describe('the indicators of the annex', () => {
  const { row: _row, ...plain } = importRow(1)
  let people = 0
  const taken = (given: Partial<Participation>, personId = `p${people++}`, contacts: Taken['contacts'] = []): Taken => ({
    ...{ personId, contacts, participation: { ...plain, ...given } },
  })
  const counted = (all: Taken[], by = '2026-06-30') =>
    new Map(countIndicators(participantsBy(all, by)).map(({ indicator, counts }) => [indicator.code, counts]))
  const numbers = (all: Taken[], code: string, by?: string) => {
    const { all: total } = counted(all, by).get(code)!
    return [total.n, total.of, total.unknown]
  }
  test('are EECO01 to EECO19 and EECR01 to EECR06, each once and in order', () => {
    const codes = (letter: string, n: number) => Array.from({ length: n }, (_, at) => `EEC${letter}${String(at + 1).padStart(2, '0')}`)
    expect(indicators.map(({ code }) => code)).toEqual([...codes('O', 19), ...codes('R', 6)])
  })
  test('have no counts where the register does not ask, and say why', () => {
    const none = [...counted([taken({})])].filter(([, counts]) => counts === null).map(([code]) => code)
    expect(none).toEqual(indicators.filter(({ asked }) => asked === 'notAsked' || asked === 'notParticipants').map(({ code }) => code))
    expect(indicators.filter(({ asked, note }) => asked === 'notAsked' && note.sv === '')).toEqual([])
  })
  test('count a person who takes part twice once: by the first start and the last exit', () => {
    const twice = [
      taken({ entryDate: '2024-01-10', exitDate: '2024-06-01', occupationBefore: 'jobSeeking', occupationAfter: 'jobSeeking' }, 'same'),
      taken({ entryDate: '2025-01-10', exitDate: '2025-06-01', occupationBefore: 'other', occupationAfter: 'work' }, 'same'),
    ]
    expect(numbers(twice, 'EECO01')).toEqual([1, 1, 0])
    expect(numbers(twice, 'EECO02')).toEqual([1, 1, 0])
    expect(numbers(twice, 'EECR04')).toEqual([1, 1, 0])
    expect(numbers(twice, 'EECR04', '2024-12-31')).toEqual([0, 1, 0])
  })
  test('go by the participation that ended last, also when another began after it: who is still in any has not left', () => {
    const long = { entryDate: '2025-01-10', exitDate: '2026-03-01', occupationBefore: 'jobSeeking', occupationAfter: 'work' } as const
    const short = { entryDate: '2025-05-10', exitDate: '2025-08-01', occupationBefore: 'other', occupationAfter: 'jobSeeking' } as const
    const both = [taken(long, 'same'), taken(short, 'same')]
    expect(numbers(both, 'EECR04')).toEqual([1, 1, 0])
    expect(numbers(both, 'EECR04', '2025-12-31')).toEqual([0, 0, 0])
    const goesOn = taken({ ...long, exitDate: null, occupationAfter: null }, 'same')
    for (const all of [
      [goesOn, taken(short, 'same')],
      [taken(short, 'same'), goesOn],
    ])
      expect(numbers(all, 'EECR04')).toEqual([0, 0, 0])
  })
  test('say that somebody has left when every participation has ended by the day, in whatever order they come', () => {
    const one = fc.record({ entry: fc.integer({ min: 0, max: 600 }), stays: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null }) })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (own) => {
        const all = own.map(({ entry, stays }) => {
          const entryDate = addDays('2024-01-01', entry)
          const exit = stays === null ? {} : { exitDate: addDays(entryDate, stays), occupationAfter: 'work' as const }
          return taken({ entryDate, ...exit }, 'same')
        })
        const by = '2025-12-31'
        const hasLeft = own.every(({ entry, stays }) => stays !== null && addDays('2024-01-01', entry + stays) <= by)
        expect(participantsBy(all, by)[0]!.left !== undefined).toBe(hasLeft)
      }),
    )
  })
  test.each([
    ['work', 'employed', false],
    ['workAndStudies', 'employed', true],
    ['studies', 'inactive', true],
    ['jobSeeking', 'unemployed', false],
    ['other', 'inactive', false],
  ] as const)('%s is %s', (occupation, labour, studies) =>
    expect(standingOf({ occupation, workExtent: null, studyExtent: null })).toEqual({ labour, studies }),
  )
  test('what is not known is told as unknown, never as no', () => {
    expect(standingOf({ occupation: 'unknown', workExtent: null, studyExtent: null })).toBeUndefined()
    const unknown = [
      taken({ occupationBefore: 'unknown', education: null, bornAbroad: null, exitDate: '2024-06-01', occupationAfter: null }),
    ]
    for (const code of ['EECO02', 'EECO04', 'EECO05', 'EECO09', 'EECO10', 'EECO14', 'EECR01', 'EECR02', 'EECR04', 'EECR05'])
      expect(numbers(unknown, code)).toEqual([0, 1, 1])
  })
  test('of employment are of those who did not work at the start, and of six months when they have passed', () => {
    const exit = { entryDate: '2024-01-10', exitDate: '2025-06-01', occupationAfter: 'work' } as const
    const worked = taken({ ...exit, occupationBefore: 'work' })
    const change = { from: '2025-06-01', occupation: 'work', workExtent: 50, studyExtent: null, workType: null, support: {} } as const
    const views = { socialContacts: null, ownAbility: null, workBelief: null }
    const contact = { date: addMonths('2025-06-01', 6), reached: true, source: 'ownContact', changes: [change], ...views } as const
    const followed = taken({ ...exit, occupationBefore: 'other' }, undefined, [contact as never])
    const all = [worked, followed, taken({ ...exit, occupationBefore: 'other' })]
    expect(numbers(all, 'EECR04')).toEqual([2, 2, 0])
    expect(numbers(all, 'EECR05')).toEqual([1, 2, 1])
    expect(numbers(all, 'EECR05', '2025-11-30')).toEqual([0, 0, 0])
  })
  test('by sex come to all', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ sex: fc.constantFrom('woman' as const, 'man' as const), birthYear: fc.integer({ min: 1960, max: 2010 }) })),
        (given) => {
          for (const counts of counted(given.map((one) => taken(one))).values())
            if (counts)
              for (const part of ['n', 'of', 'unknown'] as const) expect(counts.woman[part] + counts.man[part]).toBe(counts.all[part])
        },
      ),
    ))
})
