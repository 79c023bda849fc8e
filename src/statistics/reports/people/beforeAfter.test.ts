import { describe, expect, test } from 'vitest'
import { syntheticFacts } from '../../../../bench/syntheticFacts.ts'
import { noise } from '../../../../test/noise.ts'
import { Occupation } from '../../../participations/codes.ts'
import { factsFromColumns } from '../../facts.ts'
import { nation } from '../../placeStore.ts'
import { noPublishedCells } from '../../publishedCells.ts'
import { asked } from '../../question.ts'
import { beforeAfterPart } from './beforeAfter.ts'
import { flowTables } from '../../followUp/followUpTables.ts'
import { statisticsMessages } from '../../messages.ts'
import { translator } from '../../../values/catalogue.ts'
import { reportMessages } from '../messages.ts'

const writing = { locale: 'sv', t: translator({ ...statisticsMessages, ...reportMessages }, 'sv') } as const

/** Exits after which most are not asked, some work and some are as before. */
function askAfter(unasked: number) {
  const { columns, dictionaries } = syntheticFacts(6000, 3)
  const at = (code: (typeof Occupation.codes)[number]['code']): number => Occupation.index(code)
  for (let row = 0; row < columns.sex.length; row++) {
    columns.occupationBefore[row] = row % 2 ? at('jobSeeking') : at('other')
    const isUnasked = row % 100 < unasked
    if (isUnasked) columns.occupationAfter[row] = at('unknown')
    else columns.occupationAfter[row] = row % 7 === 0 ? at('work') : columns.occupationBefore[row]!
  }
  const facts = factsFromColumns({ ...columns }, dictionaries)
  const snapshot = { facts, fictive: true, dataDate: null, readAt: new Date(0), stamp: '' }
  const period = { from: '2000-01', to: '2030-12' }
  return asked({ snapshot, place: nation, period, noise, published: noPublishedCells, writing })
}

describe('the sentence of a change', () => {
  test.each([
    ['between occupations', (unasked: number) => flowTables(askAfter(unasked))[1]!.sentence],
    ['in how many have each', (unasked: number) => beforeAfterPart(askAfter(unasked), 'occupation').sentence],
  ])('%s is never that more are unknown, which is said beside it', (_, sentence) => {
    expect(sentence(60)).toMatch(/rbet.*Läget efteråt är okänt för ≈\d/)
    expect(sentence(60)).not.toContain('Okänd')
    expect(sentence(0)).not.toContain('okänt')
  })
})
