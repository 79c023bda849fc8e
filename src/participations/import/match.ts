import type { CivilDate } from '../../values/civilDate.ts'
import type { Cell, TableRow } from '../../spreadsheet/cell.ts'
import { knownHeadings } from './headings.ts'
import type { IdentityColumn } from './identity.ts'
import { editDistance, normaliseHeading } from './normalise.ts'
import { columnScale } from './parseNumber.ts'
import { municipalityIndex, parseValue } from './parseValue.ts'
import type { NamedMunicipality, ValueContext } from './parseValue.ts'
import { isCombinable, targetLabel, targets } from './targets.ts'
import type { Decision, Target } from './targets.ts'

/** A possible meaning of a column; confidence 0–1. */
export interface Suggestion {
  target: Target
  confidence: number
}

/** What is proposed for a column. */
export interface ColumnMatch {
  column: number
  heading: string
  /** `undefined` when the user has to choose, as for a personnummer column. */
  decision: Decision | undefined
  by: 'remembered' | 'heading' | 'similar' | 'identity' | 'none'
  /** Best first, at most five. */
  suggestions: Suggestion[]
}

/** Decisions of earlier imports by normalised heading. */
export type RememberedMapping = Record<string, Decision>

/** Confidence from which a suggestion is taken without asking. */
const SURE = 0.75
const WORTH_SHOWING = 0.35
const SAMPLE = 60

/** What the matcher looks at beside the headings. */
export interface MatchContext {
  today: CivilDate
  municipalities: readonly NamedMunicipality[]
  interventions: readonly { id: string; name: string }[]
  /** Columns found to look like identity: proposed to be dropped. */
  identity: readonly IdentityColumn[]
  remembered?: RememberedMapping
}

/**
 * Proposes a meaning for each column: what was decided before, else known headings, else similar ones, weighed by whether the
 * values can be read as that. No target is given twice unless its columns can be put together.
 */
export function matchColumns(headings: readonly string[], rows: readonly TableRow[], context: MatchContext): ColumnMatch[] {
  const values = valueContexts(context)
  const matches = headings.map((heading, column) => proposed(heading, column, rows, context, values))
  const taken = new Set<Target>()
  for (const { decision } of matches) if (decision !== undefined && decision !== 'ignore') taken.add(decision)
  const open = matches
    .filter((match) => match.decision === undefined && match.by === 'none')
    .flatMap((match) => match.suggestions.map((suggestion) => ({ match, ...suggestion })))
    .filter(({ confidence }) => confidence >= SURE)
    .sort((a, b) => b.confidence - a.confidence || a.match.column - b.match.column)
  for (const { match, target, confidence } of open) {
    if (match.decision !== undefined || (taken.has(target) && !isCombinable(target))) continue
    match.decision = target
    match.by = confidence >= 0.9 ? 'heading' : 'similar'
    taken.add(target)
  }
  return matches
}

/** The decisions of a mapping to be remembered for the next file, by normalised heading. */
export function rememberMapping(headings: readonly string[], decisions: readonly (Decision | undefined)[]): RememberedMapping {
  const remembered: RememberedMapping = {}
  headings.forEach((heading, column) => {
    const key = normaliseHeading(heading)
    const decision = decisions[column]
    if (key !== '' && decision !== undefined) remembered[key] = decision
  })
  return remembered
}

function valueContexts({ today, municipalities, interventions }: MatchContext): Omit<ValueContext, 'scale'> {
  const byName = municipalityIndex(interventions.map(({ id, name }) => ({ code: id, name })))
  return { today, date1904: false, municipalities: municipalityIndex(municipalities), interventions: byName }
}

function proposed(
  heading: string,
  column: number,
  rows: readonly TableRow[],
  context: MatchContext,
  values: Omit<ValueContext, 'scale'>,
): ColumnMatch {
  const identity = context.identity.find((found) => found.column === column)
  const remembered = context.remembered?.[normaliseHeading(heading)]
  if (remembered !== undefined && (!identity || remembered === 'ignore' || remembered === 'personnummer')) {
    return { column, heading, decision: remembered, by: 'remembered', suggestions: [] }
  }
  if (identity) {
    const isNumber = identity.kind === 'personnummer'
    const suggestions: Suggestion[] = isNumber ? [{ target: 'personnummer', confidence: 1 }] : []
    return { column, heading, decision: isNumber ? undefined : 'ignore', by: 'identity', suggestions }
  }
  const cells = rows
    .map((row) => row.cells[column] ?? null)
    .filter((cell) => cell !== null)
    .slice(0, SAMPLE)
  const scale = columnScale(cells)
  const suggestions = headingSuggestions(heading)
    .map(({ target, confidence }) => ({
      target,
      confidence: weighed(target, confidence, normaliseHeading(heading), fit(target, cells, { ...values, scale })),
    }))
    .filter(({ confidence }) => confidence >= WORTH_SHOWING)
    .sort((a, b) => b.confidence - a.confidence || targets.indexOf(a.target) - targets.indexOf(b.target))
    .slice(0, 5)
  return { column, heading, decision: undefined, by: 'none', suggestions }
}

/** Values speak for or against a heading; a field's own name stands even when none of its values can be read, so that each is told as a fault. */
function weighed(target: Target, confidence: number, heading: string, share: number): number {
  const { sv, en } = targetLabel(target)
  const isOwnName = [target, sv, en].some((name) => normaliseHeading(name) === heading)
  return isOwnName ? 0.9 + 0.1 * share : confidence * (0.6 + 0.4 * share)
}

/** Share of the sampled cells that can be read as the target; 1 for an empty column, which speaks for nothing else. */
function fit(target: Target, cells: readonly Cell[], context: ValueContext): number {
  if (cells.length === 0) return 1
  return cells.filter((cell) => !('error' in parseValue(target, cell, context))).length / cells.length
}

const byToken = buildTokens()

function buildTokens(): Map<string, string[]> {
  const tokens = new Map<string, string[]>()
  for (const heading of knownHeadings.keys()) {
    for (const token of new Set(heading.split(' '))) {
      const listed = tokens.get(token)
      if (listed) listed.push(heading)
      else tokens.set(token, [heading])
    }
  }
  return tokens
}

/** Known headings that a heading equals (confidence 1) or resembles (below 0.9), best per target. */
export function headingSuggestions(heading: string): Suggestion[] {
  const text = normaliseHeading(heading)
  const known = knownHeadings.get(text) ?? knownHeadings.get(text.replace(/ ?\d$/, '').trim())
  const best = new Map<Target, number>()
  if (known) best.set(known, 1)
  const tokens = meaningful(text).map(knownTokens)
  for (const candidate of new Set(tokens.flat().flatMap((token) => byToken.get(token) ?? []))) {
    const target = knownHeadings.get(candidate)!
    const confidence = 0.89 * likeness(tokens, meaningful(candidate))
    if (confidence > (best.get(target) ?? 0)) best.set(target, confidence)
  }
  return [...best].map(([target, confidence]) => ({ target, confidence }))
}

/** A word as it is, or the known words it is a typing error away from. Short words are too alike to be guessed. */
function knownTokens(token: string): string[] {
  if (byToken.has(token) || token.length < 5) return [token]
  const near = [...byToken.keys()].filter((word) => word.length >= 5 && editDistance(token, word, 1) <= 1)
  return near.length > 0 ? near : [token]
}

const fillers = new Set(['for', 'av', 'den', 'om', 'i', 'och', 'hos'])

const meaningful = (text: string): string[] => text.split(' ').filter((word) => !fillers.has(word))

/**
 * Shared words of two headings by their length (Dice): long words carry the meaning.
 * @param words each word of the heading with its possible readings, the first one giving its length
 */
function likeness(words: readonly (readonly string[])[], known: readonly string[]): number {
  const open = [...known]
  let shared = 0
  for (const readings of words) {
    const at = open.findIndex((word) => readings.includes(word))
    if (at >= 0) shared += open.splice(at, 1)[0]!.length
  }
  const total = words.reduce((sum, [word]) => sum + word!.length, 0) + known.reduce((sum, word) => sum + word.length, 0)
  return Math.min(1, (2 * shared) / Math.max(1, total))
}
