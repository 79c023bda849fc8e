import { expect, test } from 'vitest'
import { returnAddress, signInFrom } from './returnAddress.ts'

test.each([
  ['/deltaganden/a/b?gor=exit#x', '/deltaganden/a/b?gor=exit#x'],
  ['/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/x\\..\\evil', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/x\ny', '/'],
  ['/logga-in?till=/logga-in', '/'],
  ['/logga-in/svar?code=1', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  [`/${'x'.repeat(600)}`, '/'],
])('after sign-in from %j one comes to %s', (given, to) => expect(returnAddress(given)).toBe(to))
test('the way there says where from', () => {
  const address = new URL(signInFrom('/a?b=c&d#e'), 'http://localhost')
  expect(returnAddress(address.searchParams.get('till'))).toBe('/a?b=c&d#e')
})
