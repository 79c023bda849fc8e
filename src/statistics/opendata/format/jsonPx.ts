import type { Writing } from '../../figure.ts'
import type { ChosenTable } from '../selection.ts'
import { notesOf, titleOf, unitOf, yearsOf } from '../words.ts'
import { numberIn, signOf } from '../openCell.ts'

/** A part of a table as the JSON of PxWebApi 1: a line for each cell with its key, numbers as text. */
export function jsonPx({ cube, axes, cells }: ChosenTable, source: string, writing: Writing): object {
  const keyed = axes.filter(({ axis }) => axis.kind !== 'contents')
  const contents = axes.find(({ axis }) => axis.kind === 'contents')!
  const width = contents.values.length
  const title = titleOf(cube, yearsOf(axes), writing)
  // Comments are of a value of a variable, and readers look that up; what is said of the whole table stands with the contents.
  const [updated, comment] = [cube.updated.toISOString(), notesOf(cube, writing).join('\n')]
  return {
    columns: [
      ...keyed.map(({ axis }) => ({ code: axis.code, text: axis.label[writing.locale], type: axis.kind === 'time' ? 't' : 'd' })),
      ...contents.values.map(({ code, label }) => ({ code, text: label[writing.locale], type: 'c', unit: unitOf(cube, writing), comment })),
    ],
    comments: [],
    // Contents stand next to last, time last; there is one content, so cells lie in the order of their keys.
    data: Array.from({ length: cells.length / width }, (_, at) => ({
      key: keyOf(keyed, at),
      values: [signOf(cells[at]) ?? String(numberIn(cells[at]!))],
    })),
    metadata: [{ infofile: cube.id, updated, label: title, source }],
  }
}

function keyOf(axes: ChosenTable['axes'], cell: number): string[] {
  const key: string[] = []
  for (let axis = axes.length - 1, rest = cell; axis >= 0; axis--) {
    const { values } = axes[axis]!
    key.unshift(values[rest % values.length]!.code)
    rest = Math.floor(rest / values.length)
  }
  return key
}
