import { readdirSync, readFileSync } from 'node:fs'
import IntlMessageFormat from 'intl-messageformat'
import { expect, test } from 'vitest'
import { interventionMessages } from './messages.ts'
import { sheetHeadings } from './sheetHeadings.ts'
import { yearColumns } from './yearDraft.ts'

const folder = new URL('.', import.meta.url)
// The shell names some of the slice's texts where it puts slices together.
const sources = [folder, new URL('../web/', folder)].flatMap((place) =>
  readdirSync(place)
    .filter((name) => /\.(vue|ts)$/.test(name) && !/essages(\.test)?\.ts$/.test(name))
    .map((name) => readFileSync(new URL(name, place), 'utf8')),
)
const problemKeys = readFileSync(new URL('sheetRow.ts', folder), 'utf8').matchAll(/^ {2}\| '(\w+)'/gm)
const made = [
  ...yearColumns.map((column) => `interventions.${column}`),
  ...Object.keys(sheetHeadings).flatMap((kind) => [`interventions.template.${kind}`, `interventions.importKind.${kind}`]),
  ...[...problemKeys].flatMap(([, key]) => [`interventions.sheet.${key}`, `interventions.sheet.${key}.mend`]),
]
const named = sources.flatMap((source) => [...source.matchAll(/'(interventions\.[\w.]+)'/g)].map(([, key]) => key!))

test('every text a screen or a refusal names is in the catalogue', () => {
  expect(named.length).toBeGreaterThan(150)
  expect([...new Set([...named, ...made])].filter((key) => !Object.hasOwn(interventionMessages, key))).toEqual([])
})
test('no text is left that nothing names', () => {
  const used = new Set([...named, ...made])
  expect(Object.keys(interventionMessages).filter((key) => !used.has(key))).toEqual([])
})
test('both languages ask for the same things to be filled in', () => {
  const argumentsOf = (text: string): string[] =>
    [...new Set(JSON.stringify(new IntlMessageFormat(text, 'sv').getAst()).match(/"type":[1-6],"value":"\w+"/g) ?? [])]
      .map((one) => one.split('"').at(-2)!)
      .sort()
  expect(argumentsOf('{n, plural, other {#}} {name}')).toEqual(['n', 'name'])
  const differing = Object.entries(interventionMessages).filter(([, { sv, en }]) => argumentsOf(sv).join() !== argumentsOf(en).join())
  expect(differing.map(([key]) => key)).toEqual([])
})
