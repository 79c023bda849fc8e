import type { Text } from '../../values/codeList.ts'
import type { AnyCube, CubeAxis, CubeValue } from './cube.ts'

/** A list of some values of an axis: those that lie equally far down, such as all associations. */
export interface Codelist {
  id: string
  label: Text
  values: readonly CubeValue[]
}

const placeLevels: readonly Text[] = [
  { sv: 'Hela riket', en: 'Sweden' },
  { sv: 'Samordningsförbund', en: 'Associations' },
  { sv: 'Insatser', en: 'Interventions' },
]

/** The lists that an axis can be narrowed to; none where it has no levels worth choosing. */
export function codelistsOf({ code, values }: CubeAxis): Codelist[] {
  const deepest = Math.max(...values.map(({ depth }) => depth))
  if (deepest < 2 && code !== 'place') return []
  return Array.from({ length: deepest + 1 }, (_, depth) => ({
    id: `vs_${code}_${depth}`,
    label: code === 'place' ? placeLevels[depth]! : { sv: `Nivå ${depth}`, en: `Level ${depth}` },
    values: values.filter((value) => value.depth === depth),
  }))
}

/** The list of an id, with the values that any table has of it; `undefined` when no table has such a list. */
export function findCodelist(cubes: readonly AnyCube[], id: string): Codelist | undefined {
  const lists = cubes.flatMap(({ axes }) => axes.flatMap(codelistsOf)).filter((one) => one.id.toLowerCase() === id.toLowerCase())
  if (lists.length === 0) return undefined
  const values = new Map(lists.flatMap((list) => list.values).map((value) => [value.code, value]))
  return { ...lists[0]!, values: [...values.values()] }
}
