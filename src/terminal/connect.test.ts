// On the embedded database alone: the command opens that of its folder.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { whoAmI } from '../access/contract.ts'
import { call } from '../platform/call.ts'
import { readConfig } from '../platform/config.ts'
import { prepareDatabase } from '../prepareDatabase.ts'
import { translator } from '../values/catalogue.ts'
import { connect } from './connect.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-connect-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a command that opens a server of its own opens the kind of node that the folder is', async () => {
  vi.stubEnv('SAMLAD_NODE', 'association')
  const database = await prepareDatabase(readConfig(['--data', folder, '--empty'], process.env), () => undefined)
  await database.queries.insertInto('app_user').values({ id: 'anna.1', name: 'Anna', employer_id: null }).execute()
  await database.close()
  const quiet = () => undefined
  const close = await connect(folder, 'anna.1', { json: true, locale: 'sv', t: translator({}, 'sv'), out: quiet, err: quiet } as never)
  expect((await call(whoAmI)).node).toBe('association')
  await close()
})
