import { describe, expect, test } from 'vitest'
import { attack } from '../../../../test/attack.ts'
import type { Sum } from '../../../../test/attack.ts'
import { noise, silence } from '../../../../test/noise.ts'
import { facts, periods, places, writing } from '../../../../test/smallPlaces.ts'
import type { Noise } from '../../../disclosure/noise/noise.ts'
import type { Period } from '../../../values/month.ts'
import { dimensionsOf } from '../../dimension.ts'
import type { FigureTable } from '../../domain.ts'
import { followUpOf } from '../../followUp/followUp.ts'
import { named, sexTable } from '../../followUp/followUpTables.ts'
import type { Place } from '../../placeStore.ts'
import { afterExitDimension } from '../../publication/union/afterExit.ts'
import { noPublishedCells } from '../../publishedCells.ts'
import { asked } from '../../question.ts'
import type { Asked } from '../../question.ts'

/** The tables that the reports are made of and the page of follow-up has not. */
function reportTables(ask: Asked): FigureTable[] {
  const source = { dimension: dimensionsOf(facts).get('supportBefore')!, codes: ['sjukpenning'] }
  const counting = { ...ask.exits, conditions: [...ask.exits.conditions, source] }
  const exits = 'exits' as const
  return [
    sexTable(ask, { key: 'occupationBefore', of: named('occupationBefore'), population: exits }),
    sexTable(ask, { key: 'occupationAfter', of: named('occupationAfter'), population: exits }),
    sexTable(ask, { key: 'afterExit', of: () => afterExitDimension, population: exits }),
    sexTable(ask, { key: 'afterSource of supportBefore.sjukpenning', of: named('supportAfter'), population: exits }, counting),
  ]
}

/** What everybody knows of how they hang together with the outcomes of the page. */
const sums: Sum[] = ['woman', 'man', 'all'].flatMap((who) => [
  { total: `to-work-or-study.yes ${who}`, parts: [`afterExit.workOrStudyMore ${who}`, `afterExit.workOrStudySame ${who}`] },
  { total: `started-or-increased.yes ${who}`, parts: [`afterExit.workOrStudyMore ${who}`] },
  { total: `job-seeking-after.yes ${who}`, parts: [`afterExit.jobSeeking ${who}`] },
  { total: `to-work-or-study.unknown ${who}`, parts: [`afterExit.unknown ${who}`] },
])

function certain(place: Place, period: Period, by: Noise): string[] {
  const question = {
    snapshot: { facts, fictive: true, dataDate: null, readAt: new Date(0), stamp: '' },
    place,
    period,
    noise: by,
    published: noPublishedCells,
    writing,
  }
  const answer = followUpOf(question, { counts: [], associations: [] }, { ore: 0, interventions: new Set(), isAll: false })
  return attack(answer, by, { tables: reportTables(asked(question)), sums }).map((what) => `${place.address}: ${what}`)
}

describe('a hostile reader of the reports beside the page of follow-up', () => {
  test.each(periods)(
    'is certain of no small count in $from–$to at any of many places',
    (period) => {
      const some = places.filter((_, at) => at % 3 === 0)
      expect(some.flatMap((place) => certain(place, period, noise))).toEqual([])
    },
    60_000,
  )
  test('would be certain of many, were there no noise', () => {
    expect(places.slice(0, 5).flatMap((place) => certain(place, periods[0]!, silence)).length).toBeGreaterThan(20)
  })
})
