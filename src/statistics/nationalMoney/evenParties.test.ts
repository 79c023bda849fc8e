import { expect, test } from 'vitest'
import { stableId } from '../../associations/register.ts'
import { fundsOf } from '../../financing/contributions/funds.ts'
import { memberMoney } from './memberMoney.ts'
import { nationalMoney } from './nationalMoney.ts'

const payers = ['state', 'regions', 'municipalities'] as const
const members = payers.map((payer) => ({ organisationId: stableId(payer), name: payer, payer, inhabitants: 10, asRegion: false }))

/** What a krona less moves, of each party in turn, when they decide on these amounts. */
function moved(...given: number[]) {
  const entries = given.map((amountOre, at) => ({
    ...{ year: 2025, organisationId: members[at]!.organisationId, step: 'decided' as const, amountOre, asRegion: false },
    ...{ dated: '2024-11-01', reference: '', motive: '', earmark: '', recordedAt: '2024-11-01T09:00:00Z' },
  }))
  const economy = { openingEquityOre: null, administrationBudgetOre: null, administrationActualOre: null }
  const approved = [{ associationId: 'a', associationName: 'A', year: 2025, ...fundsOf(members, entries, 2025), ...economy }]
  const source = { slug: 'a', workingAge: 1, support: () => undefined, interventionsOre: () => null, participations: () => undefined }
  const { associations } = nationalMoney(approved, () => source, { demo: false, whole: 1, coverage: () => null })
  const told = () => ({ toldOf: null, exits: null, outcome: null })
  return members.map(({ organisationId: id }) => {
    const [row] = memberMoney(approved, associations, told, { id, demo: false })!.rows
    return [row!.setsLevel, row!.leverage, row!.slackOre]
  })
}

test('where all give alike each is told what a krona less moves, and nobody is named', () =>
  expect(moved(200, 100, 100)).toEqual([
    [false, 2, 0],
    [false, 4, 0],
    [false, 4, 0],
  ]))
test('where one gives less it alone is told, and the others what they have to spare', () =>
  expect(moved(4000, 1000, 2000)).toEqual([
    [false, null, 2000],
    [true, 4, 0],
    [false, null, 1000],
  ]))
