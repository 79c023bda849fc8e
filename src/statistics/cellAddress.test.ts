import { expect, test } from 'vitest'
import { addressText, addressWriter } from './cellAddress.ts'

const period = { from: '2024-01', to: '2024-12' }

test('a cell has one address, in whatever order its codes are named', () => {
  const one = addressText({ population: 'exits', period, codes: { sex: 'kvinna', association: 'a' } })
  expect(one).toBe('exits 2024-01..2024-12 association=a sex=kvinna')
  expect(addressText({ population: 'exits', period, codes: { association: 'a', sex: 'kvinna' } })).toBe(one)
})
test('other people counted, another period or another code is another cell', () => {
  const texts = [
    addressText({ population: 'exits', period, codes: {} }),
    addressText({ population: 'entries', period, codes: {} }),
    addressText({ population: 'exits', period: { ...period, to: '2024-08' }, codes: {} }),
    addressText({ population: 'exits', period, codes: { sex: 'man' } }),
  ]
  expect(new Set(texts).size).toBe(texts.length)
})
test('the cells of a table have the addresses that each would have by itself', () => {
  const write = addressWriter({ population: 'exits', period, codes: { region: '01' } }, ['sex', 'association'])
  expect(write(['kvinna', 'a'])).toBe(
    addressText({ population: 'exits', period, codes: { region: '01', sex: 'kvinna', association: 'a' } }),
  )
  expect(addressWriter({ population: 'exits', period, codes: {} }, [])([])).toBe(addressText({ population: 'exits', period, codes: {} }))
})
