import { monthNumber, yearPeriod } from '../../values/month.ts'
import type { Period } from '../../values/month.ts'
import { valueOf } from '../../disclosure/cell.ts'
import type { Figure, Tabulated } from '../domain.ts'

/** A shown value in a picture over time. */
export interface LinePoint {
  x: number
  y: number
  when: string
  text: string
  /** The ends of its uncertainty, where it is a share. */
  interval: { lower: number; upper: number } | null
  /** Of less than the others: part of a year, or a part that has not ended. It is tied to no other. */
  isPartial: boolean
}

/** One series: its points, and the stretches of them that may be compared. What is hidden is no point, and ends the stretch. */
export interface Line {
  label: string
  points: LinePoint[]
  stretches: LinePoint[][]
}

/** A picture over time, placed. */
export interface LinePicture {
  lines: Line[]
  breaks: { x: number; reason: string; at: string }[]
  ticks: { y: number; value: number }[]
  /** Where each part stands, and its words where there is room for them. */
  parts: { x: number; label: string; isWritten: boolean }[]
}

/** Where the picture is drawn, in pixels. */
export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
}

/** What is drawn of a figure: its share, its number, or its median; nothing of what is hidden. */
export function drawnValue({ share, value }: Figure, unit: Tabulated['measure']['unit']): number | undefined {
  return unit === 'share' ? share?.share : valueOf(value)
}

/** The largest value that is drawn; 1 for shares. */
export function largestDrawn({ figures, measure }: Pick<Tabulated, 'figures' | 'measure'>): number {
  if (measure.unit === 'share') return 1
  return Math.max(1, ...figures.flat().map((figure) => drawnValue(figure, measure.unit) ?? 0))
}

/** The series of a table whose rows are parts of the period: one for each column, made of what is shown alone. */
export function linePicture(table: Tabulated, frame: Frame, most = largestDrawn(table)): LinePicture {
  const { rows, columns, figures, measure, breaks } = table
  const parts = (rows?.codes ?? []).map(({ code, label }) => ({ label, ...partOf(code, table) }))
  const step = (frame.right - frame.left) / Math.max(1, parts.length - 1)
  const x = (at: number): number => (parts.length === 1 ? (frame.left + frame.right) / 2 : frame.left + at * step)
  const top = niceTop(most, measure.unit === 'share')
  const y = (value: number): number => frame.bottom - (value / top) * (frame.bottom - frame.top)
  const isCut = (at: number): boolean => {
    const [before, after] = [parts[at - 1]!, parts[at]!]
    if (before.isPartial || after.isPartial) return true
    return breaks.some((one) => one.at > before.period.from && one.at <= after.period.to)
  }
  const lines = (columns?.codes ?? [{ label: measure.label }]).map(({ label }, column): Line => {
    const line: Line = { label, points: [], stretches: [] }
    let isTied = false
    for (const [at, part] of parts.entries()) {
      const figure = figures[at]![column]!
      const value = drawnValue(figure, measure.unit)
      if (value === undefined) {
        isTied = false
        continue
      }
      const { share, text } = figure
      const interval = share && measure.unit === 'share' ? { lower: y(share.lower), upper: y(share.upper) } : null
      const point = { x: x(at), y: y(value), interval, when: part.label, text, isPartial: part.isPartial }
      line.points.push(point)
      if (isTied && !isCut(at)) line.stretches.at(-1)!.push(point)
      else line.stretches.push([point])
      isTied = true
    }
    return line
  })
  const letter = 6.6
  const widest = letter * (Math.max(0, ...parts.map(({ label }) => label.length)) + 2)
  // The last one ends at the edge instead of having its middle there, so two half words have to fit before it.
  const every = Math.ceil((1.5 * widest) / Math.max(1, step))
  return {
    lines,
    breaks: breaks.flatMap(({ at, reason }) => {
      const after = parts.findIndex(({ period }) => period.to >= at)
      return after < 0 ? [] : [{ at, reason, x: parts[after]!.period.from < at ? x(after) : x(after) - step / 2 }]
    }),
    ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ value: share * top, y: y(share * top) })),
    parts: parts.map(({ label }, at) => ({ x: x(at), label, isWritten: (parts.length - 1 - at) % every === 0 })),
  }
}

/** The months of a part by its code, and whether it is less than the others: not a whole year, or not all of it seen by the date of the data. */
function partOf(
  code: string,
  { dataDate, countedUntil }: Pick<Tabulated, 'dataDate' | 'countedUntil'>,
): { period: Period; isPartial: boolean } {
  const [from, to = from] = code.split('..') as [string, string?]
  const period = /^\d{4}$/.test(code) ? yearPeriod(Number(code)) : { from, to }
  const isOver = dataDate === null || monthNumber(period.to) < monthNumber(dataDate)
  const isSeen = countedUntil === null || period.to <= countedUntil
  return { period, isPartial: code.includes('..') || !isOver || !isSeen }
}

/** The end of the scale: one, two, five … or half of them times ten, so that a quarter of it is a plain number. */
function niceTop(most: number, isShare: boolean): number {
  if (isShare) return 1
  const ten = 10 ** Math.floor(Math.log10(Math.max(4, most)))
  const steps = [1, 2, 4, 6, 8, 10].map((one) => one * ten)
  return steps.find((top) => top >= most && top % 4 === 0) ?? 12 * ten
}
