import type { CivilDate } from '../../values/civilDate.ts'
import type { ParticipationField } from '../domain.ts'
import { plainText } from '../../values/plainText.ts'
import { cellText } from '../../spreadsheet/cell.ts'
import type { Cell } from '../../spreadsheet/cell.ts'
import { codeIndex, fieldCodes, makeIndex } from './codeIndex.ts'
import type { Index } from './codeIndex.ts'
import { fullYear, parseDate } from './parseDate.ts'
import { failed, read } from './parsed.ts'
import type { Parsed } from './parsed.ts'
import { parseNumber, parsePercent } from './parseNumber.ts'
import type { Scale } from './parseNumber.ts'
import { parseSupport, parseSupportCell, parseTargetGroups } from './parseSupport.ts'
import { deriveFromPersonnummer, looksLikePersonnummer } from '../../values/personnummer.ts'
import { supportTarget, targetLabel } from './targets.ts'
import type { Target } from './targets.ts'

/** What reading a value depends on beside the cell. */
export interface ValueContext {
  today: CivilDate
  date1904: boolean
  scale: Scale
  municipalities: Index
  interventions: Index
}

/** A municipality as the register holds it: four-digit code and name. */
export interface NamedMunicipality {
  code: string
  name: string
  /** In the demo: the real municipality in whose place an invented one stands. */
  standsFor?: { code: string; name: string } | null
}

/** Looks municipalities up by name (`Malmö`, `Malmö kommun`, `Malmö stad`) or code, also a code that lost its leading zero. */
export function municipalityIndex(municipalities: readonly NamedMunicipality[]): Index {
  return makeIndex(
    municipalities.map(({ code, name, standsFor }) => ({
      code,
      label: name,
      spellings: [...spellingsOf(code, name), ...(standsFor ? [standsFor.name, ...spellingsOf(standsFor.code, standsFor.name)] : [])],
    })),
  )
}

function spellingsOf(code: string, name: string): string[] {
  const called = [`${name} kommun`, `${name}s kommun`, `${name} stad`, `${name}s stad`]
  return [...called, code, code.replace(/^0/, ''), `${code} ${name}`, `${name} (${code})`]
}

const readers: Record<string, (cell: Cell, context: ValueContext) => Parsed<unknown>> = {
  entryDate: (cell, { today, date1904 }) => parseDate(cell, today, date1904),
  exitDate: (cell, { today, date1904 }) => parseDate(cell, today, date1904),
  groundDate: (cell, { today, date1904 }) => parseDate(cell, today, date1904),
  municipality: (cell, { municipalities }) => lookUp(cell, municipalities, 'unknownMunicipality'),
  intervention: (cell, { interventions }) => lookUp(cell, interventions, 'unknownIntervention'),
  birthYear: (cell, { today }) => parseBirthYear(cell, today),
  age: (cell) => parseAge(cell),
  personnummer: (cell, { today }) => {
    const parts = deriveFromPersonnummer(cell, today)
    return parts ? read(parts) : failed('noPersonnummer')
  },
  workExtentBefore: (cell, { scale }) => parsePercent(cell, scale),
  workExtentAfter: (cell, { scale }) => parsePercent(cell, scale),
  studyExtentBefore: (cell, { scale }) => parsePercent(cell, scale),
  studyExtentAfter: (cell, { scale }) => parsePercent(cell, scale),
  supportBefore: (cell) => parseSupport(cell),
  supportAfter: (cell) => parseSupport(cell),
  targetGroups: (cell) => parseTargetGroups(cell),
  ground: (cell, { today, date1904 }) => parseGround(cell, today, date1904),
  reference: (cell, { today }) => parseReference(cell, today),
  participantCode: (cell, { today }) => parseParticipantCode(cell, today),
}

/**
 * Reads a filled cell as a value of its target. Coded fields take codes, labels in either language and known spellings.
 * `ground` gives `{ground, date}`, `personnummer` `{birthYear, sex}`, `supportBefore:lon` `{extent}` or undefined, `age` whole years.
 */
export function parseValue(target: Target, cell: Cell, context: ValueContext): Parsed<unknown> {
  if (supportTarget(target)) return parseSupportCell(cell, context.scale)
  const reader = readers[target]
  if (reader) return reader(cell, context)
  const list = fieldCodes[target as ParticipationField]
  if (!list) throw new RangeError(`No reader for ${target}`)
  return lookUp(cell, codeIndex(list), 'unknownCode')
}

function lookUp(cell: Cell, index: Index, key: 'unknownCode' | 'unknownMunicipality' | 'unknownIntervention'): Parsed<string> {
  const found = index(cellText(cell))
  if ('code' in found) return read(found.code)
  return failed(key, found.suggestion === undefined ? undefined : { suggestion: found.suggestion })
}

/** A year, `85`, a date of birth (only its year is kept). A whole personnummer is refused. */
function parseBirthYear(cell: Cell, today: CivilDate): Parsed<number> {
  if (looksLikePersonnummer(cell, today)) return failed('identity', { name: targetLabel('birthYear').sv, kind: 'personnummer' })
  const text = cellText(cell).trim().replace(/^-/, '').replace(/\.0$/, '')
  const match = /^(?:'|-)?(\d{4}|\d{2})$/.exec(text) ?? /^(\d{4})-?\d{2}-?\d{2}$/.exec(text) ?? /^(\d{2})\d{2}\d{2}$/.exec(text)
  let year = match ? Number(match[1]) : undefined
  if (match && match[1]!.length === 2) year = fullYear(match[1]!, today)
  if (year === Number(today.slice(0, 4)) + 1 && match?.[1]!.length === 2) year -= 100
  if (year === undefined) {
    const date = parseDate(cell, today)
    if (!('error' in date) && !date.warning) year = Number(date.value.slice(0, 4))
  }
  if (year === undefined) return failed('notAYear')
  const latest = Number(today.slice(0, 4))
  return year < 1900 || year > latest ? failed('outOfRange', { from: 1900, to: latest }) : read(year)
}

function parseAge(cell: Cell): Parsed<number> {
  const age = parseNumber(cellText(cell).replace(/\s*år$/i, ''))
  if (age === undefined) return failed('notANumber')
  return age < 0 || age > 120 ? failed('outOfRange', { from: 0, to: 120 }) : read(Math.floor(age))
}

/** A ground, or the date when consent was given. */
function parseGround(cell: Cell, today: CivilDate, date1904: boolean): Parsed<{ ground: string; date: CivilDate | null }> {
  const found = lookUp(cell, codeIndex(fieldCodes.ground!), 'unknownCode')
  if (!('error' in found)) return read({ ground: found.value, date: null })
  const withDate = typeof cell === 'string' ? /^(?:ja|samtycke)[ ,:(]+(.+?)\)?$/i.exec(cell) : null
  const date = parseDate(withDate?.[1] ?? cell, today, date1904)
  return 'error' in date ? found : read({ ground: 'consent', date: date.value })
}

const LONGEST_REFERENCE = 40

/** What is sent is what has been looked at: the number in plain signs, so that signs nobody sees make no other number of it. */
function parseReference(cell: Cell, today: CivilDate): Parsed<string> {
  const text = plainText(cellText(cell)).replace(/\s+/g, ' ').trim()
  if (looksLikePersonnummer(cell, today) || looksLikePersonnummer(text, today)) return failed('referencePersonnummer')
  if (text.length > LONGEST_REFERENCE) return failed('referenceTooLong', { to: LONGEST_REFERENCE })
  // A case number has digits; what has none may be a name that no list of names holds.
  return /\d/.test(text) ? read(text) : failed('referenceWithoutDigit')
}

function parseParticipantCode(cell: Cell, today: CivilDate): Parsed<string> {
  const code = plainText(cellText(cell)).replace(/\s/g, '').toUpperCase()
  if (looksLikePersonnummer(code, today)) return failed('identity', { name: targetLabel('participantCode').sv, kind: 'personnummer' })
  return /^[A-Z0-9-]{4,20}$/.test(code) ? read(code) : failed('badParticipantCode')
}
