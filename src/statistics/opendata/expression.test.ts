import { expect, test } from 'vitest'
import { valuesOf } from './expression.ts'

const values = ['50-59', '60+', '50-59_60+'].map((code) => ({ code, label: { sv: code, en: code }, depth: 0 }))
const found = (text: string): string[] => valuesOf({ code: 'age', kind: 'regular' }, values, text).map(({ code }) => code)

test('a code with a plus is found also as an address tells it that left the plus as it is', () => {
  expect([found('60+'), found('60'), found('50-59_60')]).toEqual([['60+'], ['60+'], ['50-59_60+']])
  expect(found('50-59')).toEqual(['50-59'])
})
