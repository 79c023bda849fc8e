import { expect, test } from 'vitest'
import fc from 'fast-check'
import { makeParticipantCode, parseParticipantCode } from './participantCode.ts'

const codes = fc
  .infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true }))
  .map((numbers) => makeParticipantCode(() => numbers.next().value!))

test('a code reads back as itself, also in small letters and without dashes', () => {
  fc.assert(fc.property(codes, (code) => parseParticipantCode(code.toLowerCase().replaceAll('-', ' ')) === code))
})

test('one wrong letter is found', () => {
  fc.assert(
    fc.property(codes, fc.nat(8), fc.constantFrom(...'ABDEFGHIKLMNOPRSTUV'), (code, at, letter) => {
      const plain = code.replaceAll('-', '')
      fc.pre(plain[at] !== letter)
      return parseParticipantCode(plain.slice(0, at) + letter + plain.slice(at + 1)) === undefined
    }),
  )
})

test('two exchanged letters are found', () => {
  fc.assert(
    fc.property(codes, fc.nat(7), fc.nat(7), (code, i, j) => {
      const letters = [...code.replaceAll('-', '')]
      fc.pre(letters[i] !== letters[j])
      ;[letters[i], letters[j]] = [letters[j]!, letters[i]!]
      return parseParticipantCode(letters.join('')) === undefined
    }),
  )
})

test('zero is read as O and one as I', () => {
  const code = makeParticipantCode(() => 0.7)
  expect(code).toContain('O')
  expect(parseParticipantCode(code.replaceAll('O', '0'))).toBe(code)
})
