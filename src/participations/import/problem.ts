import type { Locale } from '../../values/codeList.ts'
import type { Translate } from '../../values/catalogue.ts'
import { fieldCodes } from './codeIndex.ts'
import { targetLabel } from './targets.ts'
import type { Target } from './targets.ts'

/** What can be wrong with a value or a row. Each has three texts in messages.ts: what, `.expected` and `.mend`. */
export type ProblemKey =
  | 'required'
  | 'noColumn'
  | 'formulaError'
  | 'headingAgain'
  | 'unknownCode'
  | 'notADate'
  | 'monthOnly'
  | 'yearOnly'
  | 'impossibleDate'
  | 'serialAsDate'
  | 'monthFirst'
  | 'notANumber'
  | 'outOfRange'
  | 'fractionAsPercent'
  | 'notAYear'
  | 'unknownMunicipality'
  | 'unknownIntervention'
  | 'noPersonnummer'
  | 'identity'
  | 'referencePersonnummer'
  | 'referenceTooLong'
  | 'referenceWithoutDigit'
  | 'badParticipantCode'
  | 'sourceTwice'
  | 'columnsDisagree'
  | 'exitBeforeEntry'
  | 'exitInFuture'
  | 'entryInFuture'
  | 'groundInFuture'
  | 'entryBeforeLaw'
  | 'ageOutside'
  | 'impossibleAge'
  | 'extentOver100'
  | 'jobSeekingWithWork'
  | 'reasonWithoutExit'
  | 'afterWithoutExit'
  | 'exitWithoutAfter'
  | 'exitWithoutReason'
  | 'workAfterDeath'
  | 'groundMissing'
  | 'groundDateMissing'
  | 'groundDateLate'
  | 'longStay'
  | 'likelyDuplicate'
  | 'sameReference'
  | 'unknownField'
  | 'notARow'

export type Severity = 'error' | 'warning'

/** Where in the file, as the user sees it. */
export interface Place {
  index: number
  letter: string
  heading: string
}

/** One thing found wrong. Errors block the row, warnings do not. */
export interface Problem {
  /** Row number in the file, from 1. */
  row: number
  /** Absent for what concerns the row as a whole. */
  column?: Place
  field?: Target
  severity: Severity
  key: ProblemKey
  args: Record<string, string | number>
  /** The cell as written, cut short; masked when it looks like identity. */
  found: string
}

/** A problem before it has been given its place. */
export interface Finding {
  field: Target
  severity: Severity
  key: ProblemKey
  args?: Record<string, string | number>
}

/** A problem in words: what is wrong, what was found, what is expected, how to mend it. */
export interface ProblemText {
  what: string
  found: string
  expected: string
  mend: string
}

const MOST_CHOICES = 12

/** Puts a problem into words. */
export function problemText(problem: Problem, translate: Translate, locale: Locale): ProblemText {
  const field = problem.field ? targetLabel(problem.field)[locale] : ''
  const args = { field, found: problem.found, suggestion: '', ...problem.args }
  const suggestion = problem.args['suggestion']
  const mend = suggestion ? `${translate('import.problem.didYouMean', { suggestion })} ` : ''
  return {
    what: translate(`import.problem.${problem.key}`, args),
    found:
      problem.found === ''
        ? translate(problem.key === 'formulaError' ? 'import.problem.formulaError.found' : 'import.problem.emptyCell')
        : problem.found,
    expected: choices(problem, locale) ?? translate(`import.problem.${problem.key}.expected`, args),
    mend: mend + translate(`import.problem.${problem.key}.mend`, args),
  }
}

/** For coded fields what is expected is the list itself. */
function choices(problem: Problem, locale: Locale): string | undefined {
  const listed = problem.key === 'unknownCode' || problem.key === 'required'
  const field = problem.field?.split(':')[0] as keyof typeof fieldCodes | undefined
  const list = listed && field ? fieldCodes[field] : undefined
  if (!list) return undefined
  const labels = list.codes.map((code) => code.label[locale])
  return labels.length <= MOST_CHOICES ? labels.join(', ') : `${labels.slice(0, MOST_CHOICES).join(', ')} …`
}

/** What stands for a hidden sign. */
export const MASK = '•'

/** A found value for the problem list: cut short, and with all but the first characters hidden when it may be identity. */
export function shownValue(text: string, mask: boolean): string {
  if (mask) return `${text.slice(0, 2)}${MASK.repeat(Math.min(8, Math.max(1, text.length - 2)))}`
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
