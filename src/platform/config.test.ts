import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('the threshold', () => {
  const threshold = (given?: string): number => readConfig([], given === undefined ? {} : { SAMLAD_THRESHOLD: given }).threshold
  test('is 5 unless said', () => expect([threshold(), threshold('')]).toEqual([5, 5]))
  test('may be any whole number from 3', () => expect([threshold('3'), threshold('10')]).toEqual([3, 10]))
  test.each(['2', '0', '-5', '4.5', 'many'])('is never %s', (given) => {
    expect(() => threshold(given)).toThrow('SAMLAD_THRESHOLD must be a whole number, at least 3')
  })
})
