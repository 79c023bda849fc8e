import { unzipSync, strFromU8 } from 'fflate'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { fillFacts } from '../../../test/facts.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { getFollowUp } from '../contract.ts'
import { getReport, getReportFile } from './contract.ts'
import { reportKinds } from './domain.ts'

let database: Database
let app: FastifyInstance
beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 400, 11)
  app = await testApp(database)
  useTransport(transportAs(app, 'nationalanalyst.1'))
}, 60_000)
afterAll(() => database.close())

import { writeFileSync } from 'node:fs'
test('x', async () => {
  for (const kind of reportKinds) for (const format of ['pdf','docx','xlsx','csv'] as const) {
    const t = performance.now()
    const { blob, fileName } = await callFile(getReportFile, { params: { kind }, query: { format, compare: 'association' } })
    writeFileSync('/tmp/out/' + kind + '.' + format, new Uint8Array(await blob.arrayBuffer()))
    console.log(kind, format, fileName, blob.size, performance.now() - t)
  }
}, 60000)
