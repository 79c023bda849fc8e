import { Sex } from '../participations/codes.ts'
import { indicators, type Indicator } from './indicators.ts'
import type { EsfParticipant, Standing } from './participants.ts'

/** How many of whom: `of` are those an indicator is of, `unknown` of them are not known. */
export interface Count {
  n: number
  of: number
  unknown: number
}

/** An indicator with its counts by sex and in all; `null` where the register does not ask, which is not nought. */
export interface Counted {
  indicator: Indicator
  counts: Record<'woman' | 'man' | 'all', Count> | null
}

/** Whether a participant counts in an indicator; `undefined` where it is not known, `null` where the indicator is not of such a participant. */
export type Rule = (one: EsfParticipant) => boolean | undefined | null

const atStart =
  (labour: Standing['labour']): Rule =>
  (one) =>
    one.atStart && one.atStart.labour === labour
const schooled =
  (...levels: NonNullable<EsfParticipant['education']>[]): Rule =>
  ({ education }) =>
    education === null || education === 'unknown' ? undefined : levels.includes(education)
const aged =
  (from: number, to: number): Rule =>
  ({ age }) =>
    age >= from && age <= to

/** Of those who stood so at the start and have come to a point: whether they stand so there. A start that is not known may be of those or not. */
function become(
  point: (one: EsfParticipant) => { standing: Standing | undefined } | undefined,
  wasOf: (before: Standing) => boolean,
  isNow: (after: Standing) => boolean,
): Rule {
  return (one) => {
    const reached = point(one)
    if (!reached || (one.atStart && !wasOf(one.atStart))) return null
    if (reached.standing && !isNow(reached.standing)) return false
    return one.atStart && reached.standing ? true : undefined
  }
}
const left = (one: EsfParticipant) => one.left
const notEmployed = ({ labour }: Standing): boolean => labour !== 'employed'
const employed = ({ labour }: Standing): boolean => labour === 'employed'

/** How each indicator that the register can tell of is counted, by its code. */
export const rules: Record<string, Rule> = {
  EECO01: () => true,
  EECO02: atStart('unemployed'),
  EECO04: atStart('inactive'),
  EECO05: atStart('employed'),
  EECO06: aged(0, 17),
  EECO07: aged(18, 29),
  EECO08: aged(55, Infinity),
  EECO09: schooled('compulsoryNotCompleted', 'compulsory'),
  EECO10: schooled('upperSecondary'),
  EECO14: ({ bornAbroad }) => (bornAbroad === null || bornAbroad === 'unknown' ? undefined : bornAbroad === 'yes'),
  EECR01: become(
    left,
    ({ labour }) => labour === 'inactive',
    ({ labour }) => labour === 'unemployed',
  ),
  EECR02: become(
    left,
    ({ studies }) => !studies,
    ({ studies }) => studies,
  ),
  EECR04: become(left, notEmployed, employed),
  EECR05: become((one) => one.sixMonthsAfter, notEmployed, employed),
}

/** Counts every indicator of the annex, by sex. What the register does not ask has no counts. */
export function countIndicators(participants: readonly EsfParticipant[]): Counted[] {
  return indicators.map((indicator) => {
    const rule = rules[indicator.code]
    return { indicator, counts: rule ? countBySex(participants, rule) : null }
  })
}

function countBySex(participants: readonly EsfParticipant[], rule: Rule): NonNullable<Counted['counts']> {
  const bySex = Sex.codes.map(
    ({ code }) =>
      [
        code,
        count(
          participants.filter(({ sex }) => sex === code),
          rule,
        ),
      ] as const,
  )
  return { ...(Object.fromEntries(bySex) as Record<'woman' | 'man', Count>), all: count(participants, rule) }
}

function count(participants: readonly EsfParticipant[], rule: Rule): Count {
  const said = participants.map(rule).filter((one) => one !== null)
  return { n: said.filter((one) => one === true).length, of: said.length, unknown: said.filter((one) => one === undefined).length }
}
