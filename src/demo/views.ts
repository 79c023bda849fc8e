import { OwnView } from '../participations/codes.ts'
import type { Participation } from '../participations/domain.ts'
import { namedViews, ownViewNames, type OwnViewItem, type OwnViews } from '../participations/ownViews.ts'
import type { ContactFields } from '../participations/register/contact.ts'
import type { Random } from './random.ts'

/** Assumed: the questions are new, so half were never asked; who was is most often asked again, and answers a little higher as time goes. */
const askedFirst = 0.5
const askedAgain = 0.7
const declines = 0.04
const stepsUp = { down: 0.15, same: 0.45, up: 0.32, twoUp: 0.08 }
const movedBy = { down: -1, same: 0, up: 1, twoUp: 2 }
const firstSteps = { 1: 0.2, 2: 0.3, 3: 0.28, 4: 0.16, 5: 0.06 }

/** What an invented person answered to the own questions at the start, at follow-ups and at the exit. */
export function inventViews<C extends ContactFields>(
  participation: Participation,
  contacts: readonly C[],
  random: Random,
): { participation: Participation; contacts: C[] } {
  if (!random.chance(askedFirst)) return { participation, contacts: [...contacts] }
  const now = new Map(ownViewNames.map((item) => [item, Number(random.weighted(firstSteps))]))
  const answers = (isFirst = false): OwnViews => {
    const isAsked = isFirst || random.chance(askedAgain)
    return namedViews((item) => (isAsked ? answerTo(item, now, isFirst, random) : null))
  }
  const before = named(answers(true), 'Before')
  const followed = contacts.map((contact) => (contact.reached ? { ...contact, ...answers() } : contact))
  const after = participation.exitDate === null ? {} : named(answers(), 'After')
  return { participation: { ...participation, ...before, ...after }, contacts: followed }
}

function answerTo(item: OwnViewItem, now: Map<OwnViewItem, number>, isFirst: boolean, random: Random): OwnViews[OwnViewItem] {
  if (random.chance(declines)) return 'declined'
  const moved = isFirst ? 0 : movedBy[random.weighted(stepsUp)]
  const step = Math.min(5, Math.max(1, now.get(item)! + moved))
  now.set(item, step)
  return OwnView.at(step - 1)
}

const named = (views: OwnViews, moment: 'Before' | 'After'): Partial<Participation> =>
  Object.fromEntries(ownViewNames.map((item) => [`${item}${moment}`, views[item] ?? null]))
