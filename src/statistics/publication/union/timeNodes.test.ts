import { describe, expect, test } from 'vitest'
import { timeSums } from './timeNodes.ts'
import type { TimeNode } from './timeNodes.ts'

const exits = (month: number): TimeNode => ({ population: 'exits', year: 2024, month })
const took = (year: number): TimeNode => ({ population: 'inPeriod', year, month: 12 })

describe('sums between periods', () => {
  test('one period alone has none', () => expect(timeSums([exits(4)])).toEqual([]))
  test('each longer period is the one before and the rest', () =>
    expect(timeSums([exits(12), exits(4), exits(8)])).toEqual([
      { whole: 'exits:2024-08', parts: ['exits:2024-04', 'exits:2024-04 rest 08'] },
      { whole: 'exits:2024-12', parts: ['exits:2024-08', 'exits:2024-08 rest 12'] },
    ]))
  test('exits and entries have nothing to do with each other, nor have years', () =>
    expect(timeSums([exits(4), { population: 'entries', year: 2024, month: 8 }, { ...exits(8), year: 2023 }])).toEqual([]))
  test('who took part left or stays on', () =>
    expect(timeSums([took(2024)])).toEqual([{ whole: 'inPeriod:2024-12', parts: ['exits:2024-12', 'stays:2024'] }]))
  test('who took part the next year stayed on or began', () =>
    expect(timeSums([took(2024), took(2025)])).toContainEqual({ whole: 'inPeriod:2025-12', parts: ['stays:2024', 'entries:2025-12'] }))
  test('who began in a year took part in it', () =>
    expect(timeSums([took(2024), { population: 'entries', year: 2024, month: 12 }])).toContainEqual({
      whole: 'inPeriod:2024-12',
      parts: ['stays:2023', 'entries:2024-12'],
    }))
  test('exits of part of a year are tied to those who took part, by those of the whole year', () =>
    expect(timeSums([took(2024), exits(4)])).toContainEqual({ whole: 'exits:2024-12', parts: ['exits:2024-04', 'exits:2024-04 rest 12'] }))
})
