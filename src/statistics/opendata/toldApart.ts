import type { Text } from '../../values/codeList.ts'

interface Named {
  code: string
  label: Text
  depth: number
}

/**
 * Values with a text each: PX files and many programs know a value by its text, and interventions may have the same name. Those that do get the name of
 * what they lie under, and a number where that does not tell them apart.
 */
export function toldApart(values: readonly Named[]): Named[] {
  const named = withDoubles(values, (value, at) => {
    const above = values.slice(0, at).findLast(({ depth }) => depth === value.depth - 1)
    return above ? { sv: `${value.label.sv} (${above.label.sv})`, en: `${value.label.en} (${above.label.en})` } : value.label
  })
  return withDoubles(named, ({ label, code }) => {
    const place = named.filter((one) => one.label.sv === label.sv).findIndex((one) => one.code === code)
    return place === 0 ? label : { sv: `${label.sv} ${place + 1}`, en: `${label.en} ${place + 1}` }
  })
}

function withDoubles(values: readonly Named[], labelOf: (value: Named, at: number) => Text): Named[] {
  const times = new Map<string, number>()
  for (const { label } of values) times.set(label.sv, (times.get(label.sv) ?? 0) + 1)
  return values.map((value, at) => (times.get(value.label.sv)! > 1 ? { ...value, label: labelOf(value, at) } : value))
}
