import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readProvider } from './signInConfig.ts'

const least = {
  SAMLAD_OIDC_ISSUER: 'https://idp.example.se/realm',
  SAMLAD_OIDC_CLIENT_ID: 'samlad',
  SAMLAD_OIDC_CLIENT_SECRET: 'hemligt',
  SAMLAD_ADDRESS: 'https://samlad.example.se',
}

test('no sign-in service unless an issuer is named', () => expect(readProvider({ SAMLAD_ADDRESS: 'x' })).toBe(undefined))
test('the least that has to be said is enough', () =>
  expect(readProvider(least)).toMatchObject({
    ...{ claim: 'sub', acr: [], scope: 'openid', clientSecret: 'hemligt' },
    redirect: 'https://samlad.example.se/logga-in/svar',
  }))
test('claim, scope, acr and name are chosen', () =>
  expect(
    readProvider({
      ...least,
      ...{ SAMLAD_OIDC_CLAIM: 'employeeHsaId', SAMLAD_OIDC_SCOPE: 'openid hsa', SAMLAD_OIDC_ACR: 'loa3 loa4', SAMLAD_OIDC_NAME: 'SITHS' },
    }),
  ).toMatchObject({ claim: 'employeeHsaId', scope: 'openid hsa', acr: ['loa3', 'loa4'], name: 'SITHS' }))
test.each(Object.keys(least).filter((name) => name !== 'SAMLAD_OIDC_ISSUER'))('%s is needed', (name) =>
  expect(() => readProvider({ ...least, [name]: ' ' })).toThrow(name),
)
test.each(['SAMLAD_OIDC_ISSUER', 'SAMLAD_ADDRESS'])('%s is encrypted, or on this machine', (name) => {
  expect(() => readProvider({ ...least, [name]: 'http://example.se' })).toThrow(name)
  expect(() => readProvider({ ...least, [name]: 'example.se' })).toThrow(name)
  expect(readProvider({ ...least, [name]: 'http://localhost:7210' })).toBeDefined()
})
test('the secret may lie in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-secret-'))
  writeFileSync(join(folder, 'secret'), 'i fil\n')
  const { SAMLAD_OIDC_CLIENT_SECRET: _, ...rest } = least
  expect(readProvider({ ...rest, SAMLAD_OIDC_CLIENT_SECRET_FILE: join(folder, 'secret') })?.clientSecret).toBe('i fil')
  rmSync(folder, { recursive: true })
})
