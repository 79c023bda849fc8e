import { messages } from '../src/messages.ts'
import type { Noise } from '../src/disclosure/noise/noise.ts'
import type { Facts } from '../src/statistics/facts.ts'
import { nation, type Place } from '../src/statistics/placeStore.ts'
import { noPublishedCells } from '../src/statistics/publishedCells.ts'
import { asked, type Asked } from '../src/statistics/question.ts'
import { translator } from '../src/values/catalogue.ts'
import type { Period } from '../src/values/month.ts'
import { noise } from './noise.ts'

/** A question in Swedish about facts, without a database. */
export function askedOf(facts: Facts, period: Period, { place = nation, by = noise, dataDate = '2026-03-15' }: AskedOptions = {}): Asked {
  const snapshot = { facts, fictive: true, dataDate, readAt: new Date(0), stamp: '' }
  return asked({
    ...{ snapshot, place, period, noise: by, published: noPublishedCells },
    writing: { locale: 'sv', t: translator(messages, 'sv') },
  })
}

interface AskedOptions {
  place?: Place
  by?: Noise
  dataDate?: string
}

/** An association or intervention of facts as a place. */
export function placeOf(kind: 'association' | 'intervention', code: string): Place {
  return { kind, code, address: `${kind}:${code}`, name: code, within: [] }
}
