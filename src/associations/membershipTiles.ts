import type { MapTile } from '../ui/TileMap.vue'
import type { MunicipalityTile } from './domain.ts'

/** Colours that stay apart in grey-scale and for colour-blind eyes. */
export const membershipColour = { member: '#14535c', inferred: '#8fbcc2', unknown: '#f4ead2' } as const

/** Five steps from light to dark, for counts on the map. */
export const steps = ['#eef5f5', '#c5dcdf', '#8fbcc2', '#4a8b94', '#14535c'] as const

const shortName = (name: string): string => name.replace(/^Exempelkommun /, '').slice(0, 3)

/** Tiles coloured by what the register knows of membership. */
export function membershipTiles(tiles: readonly MunicipalityTile[], label: (status: MunicipalityTile['status']) => string): MapTile[] {
  return tiles.map((tile) => ({
    key: tile.code,
    column: tile.column,
    row: tile.row,
    short: shortName(tile.name),
    name: `${tile.name}, ${tile.regionName}`,
    value: [label(tile.status), ...tile.associations.map((one) => one.name)].join(', '),
    fill: membershipColour[tile.status],
    dark: tile.status === 'member',
  }))
}

/** Limits of five classes with equally many tiles each; ties share a class. */
export function quintiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0)
}

/** Tiles coloured by a number each; `undefined` = not shown, drawn hatched-light with the text given. */
export function valueTiles(
  tiles: readonly MunicipalityTile[],
  valueOf: (tile: MunicipalityTile) => number | undefined,
  text: (value: number | undefined, tile: MunicipalityTile) => string,
): { tiles: MapTile[]; limits: number[] } {
  const limits = quintiles(tiles.map(valueOf).filter((value) => value !== undefined))
  return {
    limits,
    tiles: tiles.map((tile) => {
      const value = valueOf(tile)
      const step = value === undefined ? -1 : limits.filter((limit) => value >= limit).length
      return {
        key: tile.code,
        column: tile.column,
        row: tile.row,
        short: shortName(tile.name),
        name: `${tile.name}, ${tile.regionName}`,
        value: text(value, tile),
        fill: step < 0 ? '#ffffff' : steps[step]!,
        dark: step >= 3,
      }
    }),
  }
}
