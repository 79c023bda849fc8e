import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { isLoopback } from './loopback.ts'

describe('how a process runs', () => {
  test('is chosen by nobody: this machine alone, the demo, threshold 5', () => {
    expect(readConfig([], {})).toMatchObject({
      ...{ dataFolder: resolve('data'), databaseUrl: undefined, host: '127.0.0.1', port: 7210 },
      ...{ empty: false, threshold: 5 },
    })
  })
  test('is chosen by flags before environment', () => {
    const environment = { PORT: '8000', HOST: '0.0.0.0', SAMLAD_DATA: '/a', DATABASE_URL: 'postgres://x', SAMLAD_THRESHOLD: '10' }
    expect(readConfig([], environment)).toMatchObject({
      port: 8000,
      host: '0.0.0.0',
      dataFolder: '/a',
      databaseUrl: 'postgres://x',
      threshold: 10,
    })
    expect(readConfig(['--port', '0', '--host', '::1', '--data', '/b', '--empty'], environment)).toMatchObject({
      ...{ port: 0, host: '::1', dataFolder: '/b', empty: true },
    })
  })
  test('goes by the owner of the database, and closes a login that requests had before', () => {
    expect(readConfig([], { DATABASE_URL: 'postgres://web@x/d', DATABASE_OWNER_URL: 'postgres://owner@x/d' })).toMatchObject({
      databaseUrl: 'postgres://owner@x/d',
      formerLoginUrl: 'postgres://web@x/d',
    })
    expect(readConfig([], { DATABASE_URL: 'postgres://owner@x/d' }).formerLoginUrl).toBeUndefined()
  })
  test.each(['-1', '65536', '72.5', 'abc'])('is refused with the port %s', (port) => {
    expect(() => readConfig([`--port=${port}`], {})).toThrow(`Not a port: ${port}`)
    expect(() => readConfig([], { PORT: port })).toThrow(`Not a port: ${port}`)
  })
  test('is a node of one kind, and only a node that holds everything has a demo', () => {
    expect(readConfig([], {})).toMatchObject({ node: 'all', empty: false })
    expect(readConfig([], { SAMLAD_NODE: 'association' })).toMatchObject({ node: 'association', empty: true })
    expect(() => readConfig([], { SAMLAD_NODE: 'region' })).toThrow(
      'SAMLAD_NODE must be one of all, member, association, national, not region',
    )
  })
  test.each(['2', '0', '-5', '5.5', 'none'])('is refused with the threshold %s', (SAMLAD_THRESHOLD) => {
    expect(() => readConfig([], { SAMLAD_THRESHOLD })).toThrow(`at least 3, not ${SAMLAD_THRESHOLD}`)
  })
  test.each([
    ['', 5],
    ['3', 3],
    ['10', 10],
  ])('may have the threshold “%s”', (SAMLAD_THRESHOLD, threshold) => expect(readConfig([], { SAMLAD_THRESHOLD }).threshold).toBe(threshold))
  test('trusts no proxy, or those that are named', () => {
    expect(readConfig([], {}).trustProxy).toBe(undefined)
    expect(readConfig([], { SAMLAD_TRUST_PROXY: 'loopback, 10.0.0.0/8,::1' }).trustProxy).toEqual(['loopback', '10.0.0.0/8', '::1'])
  })
  test.each(['1', 'true', '*', '0.0.0.0/0', '10.0.0.0/', 'proxy.example.se'])('is refused with the proxy %s', (SAMLAD_TRUST_PROXY) => {
    expect(() => readConfig([], { SAMLAD_TRUST_PROXY })).toThrow('SAMLAD_TRUST_PROXY')
  })
  test.each([['--prot', '7210'], ['extra']])('is refused with an unknown %s', (...args) => {
    expect(() => readConfig(args, {})).toThrow(expect.objectContaining({ code: expect.stringMatching(/^ERR_PARSE_ARGS/) }))
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.0.1', false],
  ['127.0.0.1.example.org', false],
])('an address of this machine alone: %s %s', (host, is) => expect(isLoopback(host)).toBe(is))
