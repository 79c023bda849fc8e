import type { ReportPart } from '../domain.ts'
import { colourAt, labelsOf, marksOf } from '../picture.ts'
import type { Mark } from '../picture.ts'

/** How wide the drawn column is, in points. */
export const markWidth = 46

/** The heading of the drawn column: what each colour is, or the scale. */
export function markHeading(part: ReportPart): object {
  const labels = labelsOf(part).flatMap((text, at) => [{ text, color: colourAt(at) }, ' '])
  return { text: [...labels, part.picture!.as === 'intervals' ? '0–100 %' : ''], bold: true }
}

/** The drawn column of a part's table, a cell for each row. */
export function markCells(part: ReportPart): object[] {
  const height = part.picture!.as === 'bars' && part.picture!.columns.length > 1 ? 2.6 : 5
  return marksOf(part).map((marks) => ({
    canvas: marks.flatMap((mark, at) => shapes(mark, { y: 1.2 + at * (height + 0.6), height, color: colourAt(at) })),
  }))
}

function shapes(mark: Mark, { y, height, color }: { y: number; height: number; color: string }): object[] {
  const line = (x1: number, x2: number, lineWidth: number, lineColor: string): object => ({
    ...{ type: 'line', x1, x2, y1: y + height / 2, y2: y + height / 2, lineWidth, lineColor },
  })
  if (mark.kind === 'bar') return [{ type: 'rect', x: 0, y, w: Math.max(0.6, mark.to * markWidth), h: height, color }]
  if (mark.kind === 'hidden')
    return [{ type: 'rect', x: 0.3, y, w: 9, h: height, lineWidth: 0.4, lineColor: '#8da3a7', dash: { length: 1 } }]
  const axis = line(0, markWidth, 0.5, '#c3d3d5')
  if (mark.kind === 'none') return [axis]
  const dot = {
    type: 'ellipse',
    x: mark.at * markWidth,
    y: y + height / 2,
    r1: 1.7,
    r2: 1.7,
    color: '#fff',
    lineColor: color,
    lineWidth: 0.9,
  }
  return [axis, line(mark.from * markWidth, mark.to * markWidth, 2.4, color), dot]
}
