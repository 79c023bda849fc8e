import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../test/api.ts'
import { isPostgres } from '../../test/identity.ts'
import { anonymousRow, expectFactsAgree, importBench, importRow, listOf, sendingOf, type ImportBench } from '../../test/participations.ts'
import type { CallError } from '../platform/call.ts'
import { commitDraft, sendDraft } from './sendImport.ts'

let bench: ImportBench
const [controllerId] = world.controllers
const staff = ['caseworker.1', 'controllerAdmin.1'] as const
/** Who comes first is chance; so many times over each has been. The embedded database takes one at a time, so there nobody ever waits. */
const TIMES = isPostgres ? 6 : 1
beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

const rows = Array.from({ length: 200 }, (_, at) => importRow(at + 2, { reference: `R-${at}` }))
const anonymous = [anonymousRow(500, 2024, 2024)]

/** A draft by each of two colleagues, of files with these contents, before anybody has written any. */
async function draftEach(contents: readonly [string, string]): Promise<string[]> {
  const drafts: string[] = []
  for (const [at, user] of staff.entries()) {
    bench.as(user)
    const sent = await sendDraft(listOf(rows, anonymous), sendingOf(contents[at]!))
    if (sent.kind !== 'draft') throw new Error('Not a draft')
    drafts.push(sent.importId)
  }
  return drafts
}
const commitAs = (user: string, importId: string) => {
  bench.as(user)
  return commitDraft({ controllerId, importId }, { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} })
}
const keysOf = (outcomes: readonly PromiseSettledResult<unknown>[]): string[] =>
  outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as CallError).key] : []))
const women = async (): Promise<number> => {
  const counts = await bench.database.queries.selectFrom('anonymous_count').select('women').execute()
  return counts.reduce((sum, one) => sum + one.women, 0)
}

describe('the same file that two had prepared before anybody had read it in is written once', () => {
  const expectOnce = async () => {
    expect([await bench.count('participation'), await bench.count('participation_version'), await women()]).toEqual([200, 200, 1])
  }
  test('when one reads in after the other', async () => {
    const drafts = await draftEach(['file', 'file'])
    const outcomes: PromiseSettledResult<unknown>[] = []
    for (const [at, user] of staff.entries()) outcomes.push(...(await Promise.allSettled([commitAs(user, drafts[at]!)])))
    expect(keysOf(outcomes)).toEqual(['participations.writtenMeanwhile'])
    await expectOnce()
  })
  test('when both read in at once', async () => {
    for (let time = 0; time < TIMES; time++) {
      await bench.empty()
      const drafts = await draftEach(['file', 'file'])
      const outcomes = await Promise.allSettled(staff.map((user, at) => commitAs(user, drafts[at]!)))
      expect(keysOf(outcomes)).toEqual(['participations.writtenMeanwhile'])
      await expectOnce()
    }
  })
})

test('two editions of a list that are read in at once know each other’s references', async () => {
  for (let time = 0; time < TIMES; time++) {
    await bench.empty()
    const drafts = await draftEach(['one edition', 'another edition'])
    const summaries = await Promise.all(staff.map((user, at) => commitAs(user, drafts[at]!)))
    expect(summaries.map(({ counts }) => counts!.new).sort()).toEqual([0, 200])
    expect(await bench.count('participation')).toBe(200)
    await expectFactsAgree(bench.database)
  }
})
