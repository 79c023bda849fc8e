import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../../test/api.ts'
import { addParticipations } from '../../../test/facts.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { pagesOf } from '../../statistics/reports/files/pdfFile.ts'
import { getOutcomeReportFile, listOutcomeReports, makeOutcomeReport, type Frozen, type FrozenReport } from './contract.ts'

let database: Database
let app: FastifyInstance
const [interventionId, other] = world.interventions
beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 5))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const as = (user: string | undefined): void => useTransport(transportAs(app, user))
const cohort = { from: '2021-01', to: '2022-12' }
const frozen = (): Promise<Frozen> => call(makeOutcomeReport, { params: { interventionId }, body: cohort })
const freeze = async (): Promise<FrozenReport[]> => (await frozen()).reports
const bytesOf = async (id: string, { locale, format }: FrozenReport['files'][number]): Promise<Uint8Array> => {
  const { blob } = await callFile(getOutcomeReportFile, { params: { id, locale, format } })
  return new Uint8Array(await blob.arrayBuffer())
}

describe('a frozen report', () => {
  test('has a file of each kind in each language, known by its hash, of months, data and program', async () => {
    as('nationalanalyst.1')
    const [report] = await freeze()
    expect(report!.period).toEqual(cohort)
    expect(report!.software).toMatch(/^samlad \d/)
    expect(report!.files.map(({ locale, format }) => `${locale} ${format}`)).toEqual(['sv pdf', 'sv docx', 'en pdf', 'en docx'])
    for (const file of report!.files) {
      const bytes = await bytesOf(report!.id, file)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
      expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe(file.format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
      if (file.format === 'pdf') expect(pagesOf(bytes)).toBeLessThanOrEqual(3)
    }
  })
  test('asked for again of the same data is the one there is, and says that nothing has changed', async () => {
    as('nationalanalyst.1')
    const first = await freeze()
    as('boardmember.1')
    expect(await frozen()).toEqual({ reports: first, isNew: false })
  })
  test('is not made by who only reads', async () => {
    for (const user of ['auditor.1', 'memberviewer.1', 'caseworker.1']) {
      as(user)
      await expect(freeze()).rejects.toMatchObject({ status: 403 })
    }
  })
  test('stays byte for byte when the data have changed, and a new one stands beside', async () => {
    as('nationalanalyst.1')
    const [report] = await freeze()
    const before = await bytesOf(report!.id, report!.files[0]!)
    await addParticipations(database, 300, seededRandom(9), 'b')
    await database.queries
      .updateTable('participation_version')
      .set({ recorded_at: '2024-03-01T00:00:00Z' })
      .where('recorded_at', '<', '2024-03-01T00:00:00Z')
      .execute()
    const reports = await freeze()
    expect(reports).toHaveLength(2)
    expect(await bytesOf(report!.id, report!.files[0]!)).toEqual(before)
    const newer = reports.find(({ id }) => id !== report!.id)!
    expect(newer.dataDate > report!.dataDate).toBe(true)
    expect(await bytesOf(newer.id, newer.files[0]!)).not.toEqual(before)
  })
  test('stands beside the one of the same date when something has been corrected since that was made, once', async () => {
    as('nationalanalyst.1')
    const before = await call(listOutcomeReports, { params: { interventionId } })
    // Recorded at an earlier date than the latest, so that the date of the data stays.
    await addParticipations(database, 300, seededRandom(10), 'c')
    const { reports, isNew } = await frozen()
    expect(isNew).toBe(true)
    const isOld = ({ id }: FrozenReport): boolean => before.some((one) => one.id === id)
    expect(reports.filter(isOld)).toEqual(before)
    const [added, ...more] = reports.filter((one) => !isOld(one))
    expect(more).toEqual([])
    const ofSameDate = before.filter(({ dataDate }) => dataDate === added!.dataDate)
    expect(ofSameDate).toHaveLength(1)
    expect(added!.files.map(({ sha256 }) => sha256)).not.toEqual(ofSameDate[0]!.files.map(({ sha256 }) => sha256))
    expect(await frozen()).toEqual({ reports, isNew: false })
  })
  test('is listed at its own intervention alone', async () => {
    as('auditor.1')
    expect((await call(listOutcomeReports, { params: { interventionId } })).length).toBeGreaterThan(0)
    expect(await call(listOutcomeReports, { params: { interventionId: other } })).toEqual([])
  })
  test('cannot be changed or taken away by any request', async () => {
    const attempts = [
      () => database.as('samlad_office', undefined, (queries) => queries.updateTable('outcome_report').set({ software: 'x' }).execute()),
      () => database.as('samlad_office', undefined, (queries) => queries.deleteFrom('outcome_report_file').execute()),
      () => database.as('samlad_statistics', undefined, (queries) => queries.selectFrom('outcome_report').selectAll().execute()),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: '42501' })
  })
  test('is nothing to one without a role, nor of an intervention that there is not', async () => {
    as(undefined)
    await expect(freeze()).rejects.toMatchObject({ status: 401 })
    as('nationalanalyst.1')
    const unknown = { interventionId: '00000000-0000-4000-8000-000000000000' }
    await expect(call(makeOutcomeReport, { params: unknown, body: {} })).rejects.toMatchObject({ status: 400 })
    const none = { id: unknown.interventionId, locale: 'sv', format: 'pdf' } as const
    await expect(callFile(getOutcomeReportFile, { params: none })).rejects.toMatchObject({ status: 404 })
  })
})
