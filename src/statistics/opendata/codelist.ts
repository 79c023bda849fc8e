import type { Text } from '../../values/codeList.ts'
import type { AnyCube, CubeAxis, CubeValue } from './cube.ts'

/** A list of some values of an axis: those that lie equally far down, such as all associations. */
export interface Codelist {
  /** In one table: clients ask for every value of the list that metadata name, and other tables may have other values. */
  id: string
  /** The same in all tables that have such a list. */
  shared: string
  label: Text
  values: readonly CubeValue[]
}

const placeLevels: readonly Text[] = [
  { sv: 'Hela riket', en: 'Sweden' },
  { sv: 'Samordningsförbund', en: 'Associations' },
  { sv: 'Insatser', en: 'Interventions' },
]

/** The lists that an axis of a table can be narrowed to; none where it has no levels worth choosing. */
export function codelistsOf({ id }: Pick<AnyCube, 'id'>, { code, values }: CubeAxis): Codelist[] {
  const deepest = Math.max(...values.map(({ depth }) => depth))
  if (deepest < 2 && code !== 'place') return []
  return Array.from({ length: deepest + 1 }, (_, depth) => ({
    ...{ id: `vs_${id}_${code}_${depth}`, shared: `vs_${code}_${depth}` },
    label: code === 'place' ? placeLevels[depth]! : { sv: `Nivå ${depth}`, en: `Level ${depth}` },
    values: values.filter((value) => value.depth === depth),
  }))
}

/** The list of an id; of the id that all tables share, with the values that any of them has. `undefined` when no table has such a list. */
export function findCodelist(cubes: readonly AnyCube[], id: string): Codelist | undefined {
  const asked = id.toLowerCase()
  const lists = cubes.flatMap((cube) => cube.axes.flatMap((axis) => codelistsOf(cube, axis)))
  const own = lists.find((one) => one.id.toLowerCase() === asked)
  if (own) return own
  const shared = lists.filter((one) => one.shared.toLowerCase() === asked)
  if (shared.length === 0) return undefined
  const values = new Map(shared.flatMap((list) => list.values).map((value) => [value.code, value]))
  return { ...shared[0]!, id: shared[0]!.shared, values: [...values.values()] }
}
