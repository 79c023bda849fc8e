import { OwnView } from '../participations/codes.ts'
import type { OwnViewItem } from '../participations/ownViews.ts'
import { halvesPerYearAt, lastStep, mostHalves, stepsAt } from '../participations/viewSteps.ts'
import type { DimensionCode, SingleDimension } from './dimension.ts'
import type { Facts } from './facts.ts'

const nameless = { sv: '', en: '' }
const steps = Array.from({ length: lastStep }, (_, at) => at + 1)

/** The changes that there are, in steps up: from the last step to the first, to the other way. */
export const stepChanges: readonly number[] = Array.from({ length: 2 * lastStep - 1 }, (_, at) => at + 1 - lastStep)

/** Who answered a question at least twice on a step of the scale: no attribute, since that somebody answered tells nothing of what. */
export function answeredTwiceDimension(item: OwnViewItem): SingleDimension {
  const codes = ['out', 'in'].map((code) => ({ code, label: nameless }))
  return viewDimension(`answeredTwice ${item}`, codes, item, ({ first }) => (first > 0 ? 1 : 0))
}

/** The first answer of those who answered twice: a step of the scale. Others have the first code too, so they must be left out. */
export function firstViewDimension(item: OwnViewItem): SingleDimension {
  const codes = steps.map((step) => ({ code: String(step), label: OwnView.codes[step - 1]!.label }))
  return viewDimension(`ownViewFirst ${item}`, codes, item, ({ first }) => Math.max(0, first - 1))
}

/** How many steps the last answer lies above the first, of those who answered twice. Others have no change too, so they must be left out. */
export function viewChangeDimension(item: OwnViewItem): SingleDimension {
  const codes = stepChanges.map((change) => ({ code: String(change), label: nameless }))
  return viewDimension(`ownViewChange ${item}`, codes, item, ({ first, last }) => last - first + lastStep - 1)
}

/** The paces that there are, in steps a year. */
export const paces: readonly number[] = Array.from({ length: 2 * mostHalves + 1 }, (_, at) => (at - mostHalves) / 2)

/** Who answered a question on three days or more, so that a pace can be told; that somebody did tells nothing of what. */
export function answeredOftenDimension(item: OwnViewItem): SingleDimension {
  const codes = ['out', 'in'].map((code) => ({ code, label: nameless }))
  return viewsDimension(`answeredOften ${item}`, codes, (views) => (halvesPerYearAt(views, item) === undefined ? 0 : 1))
}

/** How fast the answers of those who answered often changed. Others have no pace too, so they must be left out. */
export function viewPaceDimension(item: OwnViewItem): SingleDimension {
  const codes = paces.map((pace) => ({ code: String(pace), label: nameless }))
  return viewsDimension(`ownViewPace ${item}`, codes, (views) => (halvesPerYearAt(views, item) ?? 0) + mostHalves)
}

function viewDimension(
  name: string,
  codes: readonly DimensionCode[],
  item: OwnViewItem,
  codeOf: (steps: ReturnType<typeof stepsAt>) => number,
): SingleDimension {
  return viewsDimension(name, codes, (views) => codeOf(stepsAt(views, item)))
}

function viewsDimension(name: string, codes: readonly DimensionCode[], codeOf: (views: number) => number): SingleDimension {
  // A loop, since `Uint8Array.from` walks a million facts ten times as slowly.
  const derive = ({ size, columns: { ownViews } }: Facts): Uint8Array => {
    const result = new Uint8Array(size)
    for (let row = 0; row < size; row++) result[row] = codeOf(ownViews[row]!)
    return result
  }
  const lookup = Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, codes.length - 1))
  return { kind: 'single', name, label: nameless, codes, column: { name, type: 'u8', derive }, lookup }
}
