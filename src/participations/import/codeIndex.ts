import {
  AgeReason,
  Education,
  ExitReason,
  Ground,
  Occupation,
  OwnView,
  ReferredBy,
  Sex,
  SupportSource,
  TimeOnSupport,
  TimeSinceWork,
  WorkType,
  YesNoUnknown,
} from '../codes.ts'
import { TargetGroup } from '../../interventions/codes.ts'
import type { CodeList } from '../../values/codeList.ts'
import type { ParticipationField } from '../domain.ts'
import { editDistance, normaliseHeading, normaliseValue } from './normalise.ts'

/** The code list behind each coded field. */
export const fieldCodes: Partial<Record<ParticipationField, CodeList>> = {
  sex: Sex,
  bornAbroad: YesNoUnknown,
  ageReason: AgeReason,
  timeSinceWork: TimeSinceWork,
  education: Education,
  timeOnSupport: TimeOnSupport,
  occupationBefore: Occupation,
  supportBefore: SupportSource,
  targetGroups: TargetGroup,
  referredBy: ReferredBy,
  ground: Ground,
  exitReason: ExitReason,
  occupationAfter: Occupation,
  workType: WorkType,
  supportAfter: SupportSource,
  socialContactsBefore: OwnView,
  ownAbilityBefore: OwnView,
  workBeliefBefore: OwnView,
  socialContactsAfter: OwnView,
  ownAbilityAfter: OwnView,
  workBeliefAfter: OwnView,
}

/** What looking a text up in a code list gives: the code, or the nearest spelling when it is close to one. */
export type CodeLookup = { code: string } | { suggestion?: string }

/** Looks spellings up among named things: codes, municipalities, interventions. */
export type Index = (text: string) => CodeLookup

/**
 * Makes the index of a list: exact spellings first (code, labels, aliases; case, accents and spacing aside), then beginnings of at
 * least three letters that only one entry has. A near miss gives a suggestion, never an answer.
 */
export function makeIndex(entries: readonly { code: string; label: string; spellings: readonly string[] }[]): Index {
  const exact = new Map<string, string>()
  const labels = new Map(entries.map(({ code, label }) => [code, label]))
  for (const { code, label, spellings } of entries) {
    for (const spelling of [code, label, ...spellings]) {
      const key = normaliseValue(spelling)
      if (!exact.has(key)) exact.set(key, code)
    }
  }
  const keys = [...exact.keys()].filter((key) => key.length >= 3)
  return (text) => {
    const key = normaliseValue(text)
    const known = exact.get(key)
    if (known !== undefined) return { code: known }
    if (key.length < 3) return {}
    const begun = new Set(keys.filter((spelling) => spelling.startsWith(key)).map((spelling) => exact.get(spelling)!))
    if (begun.size === 1) return { code: [...begun][0]! }
    const near = nearest(key, keys)
    return near === undefined ? {} : { suggestion: labels.get(exact.get(near)!)! }
  }
}

function nearest(key: string, keys: readonly string[]): string | undefined {
  const most = Math.min(3, Math.max(1, Math.floor(key.length / 3)))
  let best: { spelling: string; distance: number } | undefined
  for (const spelling of keys) {
    const distance = editDistance(key, spelling, most)
    if (distance <= most && distance < (best?.distance ?? most + 1)) best = { spelling, distance }
  }
  return best?.spelling
}

const indexes = new Map<CodeList, Index>()

/** The index of a code list, made once. */
export function codeIndex(list: CodeList): Index {
  let index = indexes.get(list)
  if (!index) {
    const entries = list.codes.map(({ code, label, aliases }) => ({
      code,
      label: label.sv,
      spellings: [label.en, ...(aliases ?? [])],
    }))
    index = makeIndex(entries)
    indexes.set(list, index)
  }
  return index
}

let labels: Set<string> | undefined

/** Every code, label and alias, normalised as headings are: texts that are never taken for a person's name. */
export function codeLabels(): ReadonlySet<string> {
  labels ??= new Set(
    Object.values(fieldCodes).flatMap((list) =>
      list.codes.flatMap(({ code, label, aliases }) => [code, label.sv, label.en, ...(aliases ?? [])].map(normaliseHeading)),
    ),
  )
  return labels
}
