import { z } from 'zod'
import { codeList } from '../../values/codeList.ts'
import { freeText } from '../../values/freeText.ts'
import { BookWarning } from '../contributions/domain.ts'

/** Where a year of the books stands. While somebody has asked for it to be opened it is still closed. */
export const ClosingState = codeList('closingState', [
  ['open', 'Öppet', 'Open'],
  ['closed', 'Stängt', 'Closed'],
  ['asked', 'Stängt, öppning begärd', 'Closed, asked to be opened'],
])
export type ClosingState = (typeof ClosingState.codes)[number]['code']

export const ClosingAct = codeList('closingAct', [
  ['close', 'Stängde året', 'Closed the year'],
  ['ask', 'Begärde att året öppnas', 'Asked for the year to be opened'],
  ['confirm', 'Bekräftade: året öppnat', 'Confirmed: the year is open'],
  ['decline', 'Sade nej: året förblir stängt', 'Declined: the year stays closed'],
])
export type ClosingAct = (typeof ClosingAct.codes)[number]['code']

/** `seen` is how many steps the year had when it was looked at. */
const seen = z.int().min(0)
const reason = freeText(300).min(3, 'contributions.reasonNeeded')

/** A note is needed where the year has remarks. */
export const CloseFields = z.object({ note: freeText(300), seen })
export const ReopeningRequest = z.object({ reason, seen })
export type ReopeningRequest = z.infer<typeof ReopeningRequest>
/** A no has its reason. */
export const ReopeningAnswer = z
  .object({ accept: z.boolean(), note: freeText(300), seen })
  .refine(({ accept, note }) => accept || note.length >= 3, { message: 'contributions.reasonNeeded', path: ['note'] })
export type ReopeningAnswer = z.infer<typeof ReopeningAnswer>

export const ClosingStep = z.object({
  act: ClosingAct.schema,
  state: ClosingState.schema,
  note: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  byId: z.string(),
})
export type ClosingStep = z.infer<typeof ClosingStep>

export const ClosingYear = z.object({
  year: z.int(),
  state: ClosingState.schema,
  /** First step first. */
  steps: z.array(ClosingStep),
})
export type ClosingYear = z.infer<typeof ClosingYear>

/** The years of an association's books that are over, latest first, with every step that closed or opened them. */
export const ClosingBook = z
  .object({ associationName: z.string(), fictive: z.boolean(), years: z.array(ClosingYear) })
  .meta({ id: 'ClosingBook' })
export type ClosingBook = z.infer<typeof ClosingBook>

/** What is not finished in a year that may be closed. */
export const ClosingRemarks = z.object({ year: z.int(), remarks: z.array(BookWarning) }).meta({ id: 'ClosingRemarks' })
