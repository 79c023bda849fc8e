import { describe, expect, test } from 'vitest'
import { placeOf } from './memberArea.ts'

const here = new Set(['0001', '0002'])
const at = (...codes: string[]) => codes.map((code) => ({ code, name: `Kommun ${code}` }))

describe('an intervention', () => {
  test('is in the area of a member when one of its stated municipalities is, and only then', () => {
    expect(placeOf({ stated: at('0002', '0009'), whole: [] }, here)).toMatchObject({ inArea: 'yes', areaBy: 'stated' })
    expect(placeOf({ stated: at('0009'), whole: ['0001'] }, here)).toEqual({ inArea: 'no', areaBy: 'stated', area: ['Kommun 0009'] })
  })
  test('with no stated area is in that of a member that has all of its association, else not known', () => {
    expect(placeOf({ stated: [], whole: ['0001', '0002'] }, here)).toMatchObject({ inArea: 'yes', areaBy: 'association' })
    expect(placeOf({ stated: [], whole: ['0001', '0009'] }, here)).toMatchObject({ inArea: 'unknown' })
    expect(placeOf({ stated: [], whole: [] }, here)).toMatchObject({ inArea: 'unknown' })
  })
  test('is always in the area of the state', () => {
    expect(placeOf({ stated: at('0009'), whole: [] }, undefined)).toMatchObject({ inArea: 'yes', areaBy: 'stated' })
    expect(placeOf({ stated: [], whole: ['0001'] }, undefined)).toMatchObject({ inArea: 'yes', areaBy: 'unknown' })
  })
})
