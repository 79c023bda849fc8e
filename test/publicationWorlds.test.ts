import { beforeAll, describe, expect, test } from 'vitest'
import { denseFacts } from './denseFacts.ts'
import { provenCells } from '../src/disclosure/provenCells.ts'
import type { Claim } from '../src/disclosure/certificate/verify.ts'
import { claimOf } from '../src/disclosure/suppress/claim.ts'
import { makeSums } from '../src/disclosure/tables/rows.ts'
import { messages } from '../src/messages.ts'
import { translator } from '../src/values/catalogue.ts'
import { defaultPublicationPolicy } from '../src/statistics/publication/domain.ts'
import type { Definition } from '../src/statistics/publication/domain.ts'
import { documentOf } from '../src/statistics/publication/release/document.ts'
import { planOf } from '../src/statistics/publication/union/plan.ts'
import type { Plan } from '../src/statistics/publication/union/plan.ts'
import { engineMode, protectUnion } from '../src/statistics/publication/protection/protectUnion.ts'
import type { ProtectionAnswer } from '../src/statistics/publication/protection/protectUnion.ts'
import { releaseReport, releaseXlsx, releaseZip, tableCsv } from '../src/statistics/publication/release/releaseFiles.ts'
import type { FiledRelease } from '../src/statistics/publication/release/releaseFiles.ts'
import { sha256 } from '../src/statistics/publication/store.ts'

/**
 * Every surface of a publication is made twice, from the true counts and from another world of its certificate, which differs in hidden cells only. Any
 * difference of a byte would tell something about what is hidden.
 */
const facts = denseFacts(320, 21)
const definition: Definition = {
  ...{ title: { sv: 'Prov', en: 'Trial' }, year: 2023, month: 12, policy: defaultPublicationPolicy },
  tables: [
    { population: 'inPeriod', place: 'association', region: false, by: ['sex'] },
    { population: 'exits', place: 'intervention', region: false, by: ['sex'] },
    { population: 'exits', place: 'association', region: false, by: ['afterExit', 'sex'] },
    { population: 'exits', place: 'nation', region: false, by: ['supportAfter', 'sex'] },
  ],
}
const translate = { sv: translator(messages, 'sv'), en: translator(messages, 'en') }
let plan: Plan
let answer: ProtectionAnswer
let claim: Claim

beforeAll(async () => {
  plan = planOf(facts, definition, { earlier: [], ledger: new Map() })
  answer = await protectUnion({ instance: plan.instance, policy: definition.policy, tier: 'exact', seconds: 30 }, () => undefined)
  claim = {
    ...claimOf({ cells: plan.cells, sums: makeSums(plan.cells) }, engineMode(definition.policy), answer.lowered),
    suppressed: answer.pattern,
  }
})

/** Everything that anybody gets to see, made of these counts: bytes by name. */
async function surfaces(counts: Float64Array): Promise<Record<string, string>> {
  const cellOf = provenCells(claim, answer.certificate!, counts)
  const document = documentOf(facts, plan, cellOf, { definition, demo: true, dataDate: '2024-01-15', software: 'samlad test' })
  const bytes = Buffer.from(JSON.stringify(document))
  const release: FiledRelease = {
    id: '00000000-0000-4000-8000-000000000001',
    number: 1,
    sha256: sha256(bytes),
    releasedAt: new Date('2024-02-01T00:00:00Z'),
    replaces: null,
    bytes,
    document,
  }
  const words = { locale: 'sv', t: translate.sv } as const
  const files: Record<string, Uint8Array> = {
    document: bytes,
    xlsx: await releaseXlsx(release, words),
    report: releaseReport(release, words),
    zip: releaseZip(release, translate),
    ...Object.fromEntries(document.tables.map((table, at) => [`csv ${at + 1}`, tableCsv(document, table, words)])),
  }
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)]))
}

describe('what is published', () => {
  test('is the same, byte for byte, in every world that differs only in what is hidden', async () => {
    const truth = await surfaces(plan.cells.count)
    expect(Object.keys(truth)).toHaveLength(8)
    const worlds = answer.certificate!.worlds
    expect(worlds.length).toBeGreaterThan(5)
    for (const { cells, shift } of worlds.slice(0, 40)) {
      const counts = plan.cells.count.slice()
      cells.forEach((cell, at) => (counts[cell]! += shift[at]!))
      expect(counts).not.toEqual(plan.cells.count)
      expect(await surfaces(counts)).toEqual(truth)
    }
  })
  test('is another when a shown count is another', async () => {
    const counts = plan.cells.count.slice()
    const shown = plan.fresh.find((cell) => answer.pattern[cell] === 0)!
    counts[shown]!++
    const [truth, other] = [await surfaces(plan.cells.count), await surfaces(counts)]
    expect(other.document).not.toBe(truth.document)
  })
})

describe('without a proof', () => {
  test('there are no cells at all: not when a hidden cell that a world moves is shown', () => {
    const moved = answer.certificate!.worlds[0]!.cells[0]!
    const suppressed = answer.pattern.slice()
    suppressed[moved] = 0
    expect(() => provenCells({ ...claim, suppressed }, answer.certificate!, plan.cells.count)).toThrow('does not prove')
  })
  test('nor when more is demanded than was proven', () => {
    const stricter = { ...engineMode(definition.policy), demand: { kind: 'range', from: 1 } as const }
    const demanded = { ...claimOf({ cells: plan.cells, sums: makeSums(plan.cells) }, stricter, []), suppressed: answer.pattern }
    expect(() => provenCells(demanded, answer.certificate!, plan.cells.count)).toThrow('does not prove')
  })
})

describe('staff of an association', () => {
  test('who know its own counts are tried against the counts of others', async () => {
    const policy = { ...definition.policy, insiders: true }
    const { insiders } = await protectUnion({ instance: plan.instance, policy, tier: 'instant', seconds: 30 }, () => undefined)
    // Two or three associations below a shown total: each knows much of the others.
    expect(insiders!.reduce((sum, { exact }) => sum + exact, 0)).toBeGreaterThan(0)
  })
})
