import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import type { Participation } from '../../src/participations/domain.ts'
import { registerParticipation } from '../../src/participations/register/contract.ts'
import { call, useTransport } from '../../src/platform/call.ts'
import { testApp, transportAs, world } from '../api.ts'
import { inspect } from './inspect.ts'
import { openTarget } from './target.ts'

/**
 * The process that is killed. It first looks at what the one before it left, then registers through the application, several at a time,
 * and says each answer on standard output the moment it has it.
 */
const [target, stateFile] = process.argv.slice(2) as [string, string]
// Whoever listens has gone: nobody would end this process.
process.stdout.on('error', () => process.exit(1))
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const { participation, acknowledged, anchors } = JSON.parse(readFileSync(stateFile, 'utf8')) as {
  participation: Participation
  acknowledged: string[]
  anchors: Parameters<typeof inspect>[2]
}
const database = openTarget(target)
const app = await testApp(database)
useTransport(transportAs(app, 'caseworker.1'))
flushCompileCache()
say({ inspected: await inspect(database, acknowledged, anchors) })

const body = { interventionId: world.interventions[0], participation, samePersonAs: null }
const write = async (): Promise<void> => {
  for (;;) {
    const { id } = await call(registerParticipation, { params: { controllerId: world.controllers[0] }, body })
    say({ acknowledged: id })
  }
}
await Promise.all([write(), write(), write(), write()])
