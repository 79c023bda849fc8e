import { readFileSync, readdirSync } from 'node:fs'
import IntlMessageFormat from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { messages } from '../src/messages.ts'
import { locales } from '../src/values/codeList.ts'
import { parseSource, readSources, type SourceFile } from './sourceFiles.ts'

const isCode = ({ path }: SourceFile): boolean => !/([mM]essages|\.test)\.ts$/.test(path)
const code = readSources('src').filter(isCode)
const keys = Object.keys(messages)
const areas = new Set(keys.map((key) => key.split('.')[0]!))

/** Texts of the code that look like keys of the catalogue: `area.name`. File names such as `terminal.json` do too. */
const isKey = (text: string): boolean =>
  /^\w+(\.[\w-]+)+$/.test(text) && areas.has(text.split('.')[0]!) && !/\.(json|csv|xlsx|ts)$/.test(text)

/** The database refuses in the words of the catalogue too. */
const raised = readdirSync('db').flatMap((file) =>
  [...readFileSync(`db/${file}`, 'utf8').matchAll(/'key', '([\w.]+)'/g)].map(([, key]) => key!),
)

/** What the code names in whole: in a string, or where it asks the catalogue. */
const namedIn = (files: readonly SourceFile[]): Set<string> =>
  new Set(files.flatMap(({ strings, asked }) => [...strings.filter(isKey), ...asked]))

/** The keys that the code can put together: each hole of a template is filled by a word or string that stands in the code. */
function madeIn(files: readonly SourceFile[]): Set<string> {
  const words = new Set(files.flatMap((file) => [...file.words, ...file.strings]))
  const patterns = templatesIn(files).map(
    (pieces) => new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('([\\w-]+)')}$`),
  )
  const isMade = (key: string): boolean =>
    patterns.some((pattern) =>
      pattern
        .exec(key)
        ?.slice(1)
        .every((filled) => words.has(filled)),
    )
  return new Set(keys.filter(isMade))
}
const templatesIn = (files: readonly SourceFile[]): string[][] =>
  files.flatMap(({ templates }) => templates.filter(([head]) => /^\w+\./.test(head!) && areas.has(head!.split('.')[0]!)))

const missingIn = (files: readonly SourceFile[]): string[] => [...namedIn(files)].filter((key) => !Object.hasOwn(messages, key))

describe('the texts of the product', () => {
  const named = new Set([...namedIn(code), ...raised])
  const made = madeIn(code)

  test('hold every key that the code names', () => {
    expect(named.size).toBeGreaterThan(400)
    expect(missingIn(code)).toEqual([])
    expect(raised.filter((key) => !Object.hasOwn(messages, key))).toEqual([])
  })
  test('hold something for every key that the code puts together', () => {
    const empty = templatesIn(code).filter(([head]) => !keys.some((key) => key.startsWith(head!)))
    expect(empty).toEqual([])
  })
  test('hold nothing that the code has no use for', () => {
    expect(keys.filter((key) => !named.has(key) && !made.has(key))).toEqual([])
  })
  test('would miss a key that is not there', () => {
    const planted = `<script setup lang="ts">throw breaksRule('nowhere.atAll')</script><template><p>{{ t(a ? 'web.gone' : 'web.lost') }}</p></template>`
    expect(missingIn([parseSource('src/web/Planted.vue', planted)]).sort()).toEqual(['nowhere.atAll', 'web.gone', 'web.lost'])
  })
  test('would see that nothing fills a hole', () => {
    expect(madeIn([parseSource('src/web/a.ts', 't(`error.${which}`)')])).toEqual(new Set())
    expect(madeIn([parseSource('src/web/a.ts', "const which = 'signIn'; t(`error.${which}`)")])).toEqual(new Set(['error.signIn']))
  })
})

/** What a message wants filled in, with how; throws when it is not ICU MessageFormat. */
function argumentsOf(text: string): string[] {
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    const { type, value } = node as { type?: number; value?: string }
    // 0 is plain text, 7 the # of a plural, 8 a tag.
    if (type !== undefined && type > 0 && type < 7) found.add(`${value} ${type}`)
    Object.values(node).forEach(walk)
  }
  walk(new IntlMessageFormat(text, 'sv').getAst())
  return [...found].sort()
}

describe('Swedish and English', () => {
  test.each(locales)('%s has every text, and it can be read', (locale) => {
    const unreadable = keys.filter((key) => {
      try {
        return messages[key]![locale].trim() === '' || argumentsOf(messages[key]![locale]).length < 0
      } catch {
        return true
      }
    })
    expect(unreadable).toEqual([])
  })
  test('want the same things filled in', () => {
    expect(argumentsOf('{n, plural, one {#} other {# av {name}}}')).toEqual(['n 6', 'name 1'])
    const differing = keys.filter((key) => argumentsOf(messages[key]!.sv).join() !== argumentsOf(messages[key]!.en).join())
    expect(differing).toEqual([])
  })
})
