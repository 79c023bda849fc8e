/**
 * The codes of several lists as one: those of the first in their order, and what only later ones have after the code that it follows there. The first
 * list's names count, so a renamed place stands under its newest name.
 */
export function mergedCodes<T extends { code: string }>(lists: readonly (readonly T[])[]): T[] {
  const merged = [...(lists[0] ?? [])]
  const known = new Set(merged.map(({ code }) => code))
  for (const list of lists.slice(1)) {
    list.forEach((value, at) => {
      if (known.has(value.code)) return
      const before = list[at - 1]?.code
      merged.splice(merged.findIndex(({ code }) => code === before) + 1, 0, value)
      known.add(value.code)
    })
  }
  return merged
}
