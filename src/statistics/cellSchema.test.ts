import { expect, test } from 'vitest'
import type { CellForm } from '../disclosure/cell.ts'
import { cellSchema } from './cellSchema.ts'

// By kind, so that the compiler asks for each kind that disclosure knows.
const forms: { [K in CellForm['kind']]: CellForm & { kind: K } } = {
  shown: { kind: 'shown', value: 17 },
  approximate: { kind: 'approximate', value: 17 },
  suppressed: { kind: 'suppressed' },
  reserved: { kind: 'reserved' },
  missing: { kind: 'missing' },
  notApplicable: { kind: 'notApplicable' },
  notAsked: { kind: 'notAsked' },
}

test.each(Object.values(forms))('answers take what disclosure makes: $kind', (form) => expect(cellSchema.parse(form)).toEqual(form))
test.each([{ kind: 'small', value: 3 }, { kind: 'shown' }, 17, null])('and nothing else: %j', (form) =>
  expect(cellSchema.safeParse(form).success).toBe(false),
)
test('a value beside a hidden cell is not passed on', () =>
  expect(cellSchema.parse({ kind: 'suppressed', value: 3 })).toEqual({ kind: 'suppressed' }))
