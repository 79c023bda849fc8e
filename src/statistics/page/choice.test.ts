import { describe, expect, test } from 'vitest'
import { inLines } from '../../ui/textLines.ts'
import { readChoices, writeChoices } from './choice.ts'
import type { Places } from '../domain.ts'
import { findPlaces, placeCondition, placeOptions, placesInside } from './placeChoice.ts'

describe('the choice in an address', () => {
  const one = { place: 'association:prov', from: '2024-01', to: '2024-12' }
  const two = { place: 'nation', from: undefined, to: undefined }
  test('is read back as it was written', () => {
    expect(readChoices(writeChoices([one]))).toEqual([one])
    expect(readChoices(writeChoices([one, two]))).toEqual([one, two])
  })
  test('of nothing is the nation at its usual period', () => expect(readChoices({})).toEqual([two]))
  test('leaves what is no month to the usual period', () => {
    expect(readChoices({ from: '2024-13', to: ['2024-01'] })).toEqual([two])
  })
})

const places: Places = {
  demo: true,
  regions: [
    { code: 'XA', label: 'Norra' },
    { code: 'XB', label: 'Södra' },
  ],
  associations: [
    { slug: 'a', name: 'Förbundet Älven', regions: ['XA'] },
    { slug: 'b', name: 'Norrbron', regions: ['XA', 'XB'] },
  ],
  methods: [{ code: 'IPS', label: 'IPS-metoden' }],
  commissions: [{ id: '00000000-0000-4000-8000-000000000003', name: 'Uppdraget', association: 'a' }],
  interventions: [
    { id: '00000000-0000-4000-8000-000000000001', name: 'Steget', associations: ['a', 'b'] },
    { id: '00000000-0000-4000-8000-000000000002', name: 'Vägen', associations: ['b'] },
  ],
  firstMonth: null,
  lastMonth: null,
  defaultPeriod: null,
}
const options = placeOptions(places, 'Hela landet')
const names = (found: { name: string }[]): string[] => found.map(({ name }) => name)

describe('places to choose from', () => {
  test('are the nation, then regions, associations, methods, commissions and interventions', () => {
    expect(names(options)).toEqual([
      'Hela landet',
      'Norra',
      'Södra',
      'Förbundet Älven',
      'Norrbron',
      'IPS-metoden',
      'Uppdraget',
      'Steget',
      'Vägen',
    ])
  })
  const inside: [string, string[]][] = [
    ['nation', ['Norra', 'Södra', 'IPS-metoden']],
    ['method:IPS', []],
    ['region:XB', ['Norrbron']],
    ['commission:00000000-0000-4000-8000-000000000003', []],
    ['association:a', ['Uppdraget', 'Steget']],
    ['intervention:00000000-0000-4000-8000-000000000002', ['Steget', 'Vägen']],
  ]
  test.each(inside)('inside %s are %j', (address, expected) => expect(names(placesInside(places, options, address))).toEqual(expected))
  test('are found by any words, also of where they lie', () => {
    expect(names(findPlaces(options, 'ÄLVEN'))).toEqual(['Förbundet Älven', 'Uppdraget', 'Steget'])
    expect(names(findPlaces(options, 'steget norrbron'))).toEqual(['Steget'])
  })
  test('that begin with the search come first', () => expect(names(findPlaces(options, 'norr'))[1]).toBe('Norrbron'))
  test('are conditions of a tabulation', () => {
    expect([placeCondition('nation'), placeCondition('region:XA'), placeCondition('method:IPS')]).toEqual([
      [],
      ['region=XA'],
      ['method=IPS'],
    ])
  })
})

describe('lines', () => {
  test('break between words', () => expect(inLines('ett två tre fyra', 8)).toEqual(['ett två', 'tre fyra']))
  test('leave room at the end', () => expect(inLines('ett två', 8, 3)).toEqual(['ett två', '']))
  test('keep a long word whole', () => expect(inLines('försörjningskällor är', 5)).toEqual(['försörjningskällor', 'är']))
})
