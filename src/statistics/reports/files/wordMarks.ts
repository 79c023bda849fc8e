import type { ReportPart } from '../domain.ts'
import { colourAt, isDrawn, labelsOf, marksOf } from '../picture.ts'
import type { Mark } from '../picture.ts'
import { run } from './wordXml.ts'

/** How many shaded spaces are as wide as the whole picture. */
const steps = 44
/** How large they are, in half points: small, so that lines above each other take little room. */
const size = '<w:sz w:val="7"/>'

/**
 * A part's picture as the last column of its table: bars and intervals of shaded spaces, which need no drawing of their own and are nothing to a screen
 * reader. `undefined` where the part has no picture, or no room for it.
 */
export function drawnColumn(part: ReportPart): { heading: string; cells: string[] } | undefined {
  if (!isDrawn(part)) return undefined
  const labels = labelsOf(part).map((text, at) => run(`${text} `, `<w:b/>${colour(at)}`))
  const scale = part.picture!.as === 'intervals' ? [run('0–100 %', '<w:b/>')] : []
  return {
    heading: cellParagraph([...labels, ...scale].join('')),
    cells: marksOf(part).map((marks) => marks.map((mark, at) => cellParagraph(runsOf(mark, at))).join('') || cellParagraph('')),
  }
}

const cellParagraph = (runs: string): string => `<w:p><w:pPr><w:pStyle w:val="Cell"/><w:rPr>${size}</w:rPr></w:pPr>${runs}</w:p>`
const colour = (at: number): string => `<w:color w:val="${colourAt(at).slice(1)}"/>`

/** Spaces that keep their width, on a colour or on none. */
function spaces(n: number, fill: string): string {
  const shade = fill && `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
  return n > 0 ? run('\u00a0'.repeat(n), `${size}${shade}`) : ''
}

function runsOf(mark: Mark, at: number): string {
  const fill = colourAt(at).slice(1)
  const step = (part: number): number => Math.round(part * steps)
  if (mark.kind === 'bar') return spaces(Math.max(mark.to > 0 ? 1 : 0, step(mark.to)), fill)
  if (mark.kind === 'hidden') return spaces(4, 'DCE5E6')
  if (mark.kind === 'none') return ''
  const [from, middle, to] = [step(mark.from), step(mark.at), Math.max(step(mark.to), step(mark.at) + 1)]
  return spaces(from, '') + spaces(middle - from, 'A9C4C8') + spaces(1, fill) + spaces(to - middle - 1, 'A9C4C8')
}
