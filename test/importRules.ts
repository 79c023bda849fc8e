import type { Import, SourceFile } from './sourceFiles.ts'

/** Slices in order: each may know those before it, never those after. */
export const slices = [
  'associations',
  'access',
  'log',
  'documents',
  'interventions',
  'participations',
  'surveys',
  'financing',
  'disclosure',
  'statistics',
  'effects',
  'esf',
  'applications',
  'adoption',
  'governance',
  'demo',
]

/** What lies below the slices, and what each may know. Everything else in `src` is composition: it puts slices together. */
const ground: Record<string, string[]> = {
  values: [],
  probability: [],
  platform: ['values'],
  spreadsheet: ['values'],
  ui: ['values', 'platform'],
}

export interface Rule {
  /** The rule as a sentence. */
  says: string
  /** What breaks it, as `file: reason`; empty when nothing does. */
  broken(files: readonly SourceFile[]): string[]
  /** A made-up table of files that breaks it, so that the rule is known to bite. */
  planted: Record<string, string>
  /** The files of the table that must be pointed out, and no others. */
  flagged: string[]
}

const isTest = (path: string): boolean => path.endsWith('.test.ts')
const isOurs = (path: string): boolean => path.startsWith('src/')
const isProduct = ({ path }: SourceFile): boolean => isOurs(path) && !isTest(path)
/** A slice or ground layer by its folder; undefined for composition. */
function layerOf(path: string): string | undefined {
  const layer = path.split('/')[1] ?? ''
  return slices.includes(layer) || layer in ground ? layer : undefined
}

function mayKnow(from: string): string[] {
  return ground[from] ?? [...Object.keys(ground), ...slices.slice(0, slices.indexOf(from))]
}

/** One line per import that `isBad`. */
function badImports(files: readonly SourceFile[], isBad: (file: SourceFile, one: Import) => boolean): string[] {
  return files.flatMap((file) => file.imports.filter((one) => isBad(file, one)).map((one) => `${file.path}: ${one.target}`))
}

const isServerOnly = (target: string): boolean =>
  /^(node:|kysely$|pg$|fastify$)|(^|\/)(\w*[sS]tore|routes)\.ts$|src\/platform\/(serve|database|migrate|lock|config|audit)\.ts$/.test(
    target,
  )

/** Everything that runs when a file is loaded, with the way there; types are erased and do not count. */
function reachedFrom(start: SourceFile, files: ReadonlyMap<string, SourceFile>): Map<string, string[]> {
  const ways = new Map<string, string[]>([[start.path, [start.path]]])
  for (const [path, way] of ways) {
    for (const { target, isType } of files.get(path)?.imports ?? []) if (!isType && !ways.has(target)) ways.set(target, [...way, target])
  }
  return ways
}

function serverCodeReached(files: readonly SourceFile[], isStart: (path: string) => boolean): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return files
    .filter((file) => isProduct(file) && isStart(file.path))
    .flatMap((file) =>
      [...reachedFrom(file, byPath)]
        .filter(([target]) => isServerOnly(target))
        .map(([, way]) => `${file.path}: ${way.slice(1).join(' → ')}`),
    )
}

/** A way from the file back to itself; types count, since a cycle of names is a knot as well. */
function cycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, way: string[]): void => {
    if (way.includes(path)) found.push(`${path}: ${[...way.slice(way.indexOf(path) + 1), path].join(' → ')}`)
    if (done.has(path) || way.includes(path)) return
    for (const { target } of byPath.get(path)?.imports ?? []) walk(target, [...way, path])
    done.add(path)
  }
  for (const { path } of files) walk(path, [])
  return found
}

// The attacks on the second wall and on the log are SQL in text: that is what they try.
const attacks = ['test/escapes.test.ts', 'test/auditChain.test.ts']
/** Says of answers that are read which of their values are cells, so that disclosure needs no Zod. */
const cellSchema = 'src/statistics/cellSchema.ts'
const engineRoom = /^src\/disclosure\/(tables|linear|attack|suppress|certificate|noise)\//
const estimators = /^src\/(probability|effects\/(intervals|curve|regression|comparison|units|differences|missing|money|scales))\//
const vague = /^(utils?|commons?|shared|helpers?|core|types?|misc)$/i

export const rules: Rule[] = [
  {
    says: 'a slice knows only the slices before it, and what lies below all slices',
    // Kysely needs the shape of all tables to check the SQL of every store: one type, erased before anything runs.
    broken: (files) =>
      badImports(
        files.filter(({ path }) => isOurs(path) && layerOf(path)),
        ({ path }, { target, isType }) => {
          if (!isOurs(target)) return target.startsWith('test/') || target.startsWith('bench/') ? !isTest(path) : false
          if (path === 'src/platform/database.ts' && target === 'src/tables.ts') return !isType
          const to = layerOf(target)
          return to === undefined || (to !== layerOf(path) && !mayKnow(layerOf(path)!).includes(to))
        },
      ),
    planted: {
      'src/associations/Page.vue': `<script setup lang="ts">import { x } from '../access/contract.ts'</script>`,
      'src/values/month.ts': `import { endpoint } from '../platform/endpoint.ts'`,
      'src/spreadsheet/readCsv.ts': `import type { Endpoint } from '../platform/endpoint.ts'`,
      'src/probability/wilson.ts': `import type { Text } from '../values/codeList.ts'`,
      'src/ui/session.ts': `import type { WhoAmI } from '../access/contract.ts'`,
      'src/platform/database.ts': `import type { Tables } from '../tables.ts'`,
      'src/platform/scope.ts': `import type { Tables } from '../tables.ts'`,
      'src/statistics/domain.ts': `import { Participation } from '../participations/domain.ts'`,
      'src/statistics/store.ts': `import { buildApp } from '../app.ts'`,
      'src/statistics/a.ts': `import { world } from '../../test/api.ts'`,
      'src/statistics/a.test.ts': `import { world } from '../../test/api.ts'`,
      'src/web/router.ts': `import Page from '../demo/Page.vue'`,
    },
    flagged: [
      'src/associations/Page.vue',
      'src/values/month.ts',
      'src/spreadsheet/readCsv.ts',
      'src/probability/wilson.ts',
      'src/ui/session.ts',
      'src/platform/scope.ts',
      'src/statistics/store.ts',
      'src/statistics/a.ts',
    ],
  },
  {
    says: 'screens, contracts and domains never reach a store, the server or Node, not even through others',
    broken: (files) => serverCodeReached(files, (path) => /\.vue$|(^|\/)(contract|domain)\.ts$|src\/web\/main\.ts$/.test(path)),
    planted: {
      'src/access/Page.vue': `<script setup lang="ts">import { helpful } from './middle.ts'</script>`,
      'src/access/middle.ts': `import { findPerson } from './store.ts'`,
      'src/access/store.ts': `import { sql } from 'kysely'`,
      'src/access/contract.ts': `import { readFileSync } from 'node:fs'`,
      'src/access/domain.ts': `import type { Generated } from 'kysely'`,
    },
    flagged: ['src/access/Page.vue', 'src/access/contract.ts'],
  },
  {
    says: 'a screen knows of the platform only how to call, and the roles',
    broken: (files) =>
      badImports(
        files,
        ({ path }, { target }) => path.endsWith('.vue') && target.startsWith('src/platform/') && !/\/(call|role)\.ts$/.test(target),
      ),
    planted: { 'src/access/Page.vue': `<script setup lang="ts">import { Refusal } from '../platform/errors.ts'</script>` },
    flagged: ['src/access/Page.vue'],
  },
  {
    says: 'a contract knows its own and earlier slices, the endpoint, the roles and the kinds of node; no store, screen or messages',
    broken: (files) =>
      badImports(
        files.filter(({ path }) => path.endsWith('/contract.ts')),
        (_, { target }) =>
          /\.vue$|(\w*[sS]tore|routes|tables|\w*[mM]essages)\.ts$/.test(target) ||
          (target.startsWith('src/platform/') && !/\/(endpoint|role|node)\.ts$/.test(target)),
      ),
    planted: {
      'src/access/contract.ts': `import type { Row } from './tables.ts'`,
      'src/interventions/contract.ts': `import { Refusal } from '../platform/errors.ts'`,
      'src/statistics/contract.ts': `import { endpoint } from '../platform/endpoint.ts'`,
    },
    flagged: ['src/access/contract.ts', 'src/interventions/contract.ts'],
  },
  {
    says: 'nothing goes round in a circle',
    broken: cycles,
    planted: {
      'src/values/a.ts': `import { b } from './b.ts'`,
      'src/values/b.ts': `import { c } from './c.ts'`,
      'src/values/c.ts': `import type { A } from './a.ts'`,
    },
    flagged: ['src/values/a.ts'],
  },
  {
    says: 'no file only hands on what others hold (barrels)',
    broken: (files) => files.filter(({ path, handsOn }) => handsOn || /(^|\/)index\.ts$/.test(path)).map(({ path }) => `${path}: barrel`),
    planted: { 'src/values/index.ts': ``, 'src/values/all.ts': `export { a } from './a.ts'`, 'src/values/a.ts': `export const a = 1` },
    flagged: ['src/values/index.ts', 'src/values/all.ts'],
  },
  {
    says: 'cells are made in disclosure and nowhere else',
    broken: (files) => [
      ...badImports(files, ({ path }, { target }) => target === 'src/disclosure/makeCell.ts' && !path.startsWith('src/disclosure/')),
      ...files
        .filter(({ path, castsTo }) => castsTo.includes('Cell') && !path.startsWith('src/disclosure/') && path !== cellSchema)
        .map(({ path }) => `${path}: as Cell`),
    ],
    planted: {
      'src/statistics/a.ts': `import { shownCell } from '../disclosure/makeCell.ts'`,
      'src/statistics/b.ts': `const cell = { kind: 'shown', value: 1 } as Cell`,
      'src/statistics/c.ts': `const schema = z.object({}) as unknown as z.ZodType<Cell>`,
      [cellSchema]: `export const cellSchema = cellShape as unknown as z.ZodType<Cell>`,
      'test/facts.ts': `import { shownCell } from '../src/disclosure/makeCell.ts'`,
      'src/disclosure/protect.ts': `import { shownCell } from './makeCell.ts'`,
    },
    flagged: ['src/statistics/a.ts', 'src/statistics/b.ts', 'src/statistics/c.ts', 'test/facts.ts'],
  },
  {
    // It runs in a worker of the browser and is read by those who are to trust it, so it stands on its own.
    says: 'protection of tables knows nothing but itself and the solver, and its engine nothing but its own rooms and the solver',
    broken: (files) =>
      badImports(
        files.filter((file) => isProduct(file) && file.path.startsWith('src/disclosure/')),
        ({ path }, { target }) =>
          target !== 'highs' && !(engineRoom.test(path) ? engineRoom.test(target) : target.startsWith('src/disclosure/')),
      ),
    planted: {
      'src/disclosure/attack/solver.ts': `import loadHighs from 'highs'`,
      'src/disclosure/tables/a.ts': `import type { Text } from '../../values/codeList.ts'`,
      'src/disclosure/tables/b.ts': `import { readFileSync } from 'node:fs'`,
      'src/disclosure/tables/c.ts': `import { z } from 'zod'`,
      'src/disclosure/noise/e.ts': `import { protect } from '../protect.ts'`,
      'src/disclosure/tables/d.test.ts': `import fc from 'fast-check'`,
      'src/disclosure/cell.ts': `import { z } from 'zod'`,
      'src/disclosure/share.ts': `import { wilson } from '../probability/proportion.ts'`,
      'src/disclosure/provenCells.ts': `import type { Cells } from './tables/cells.ts'`,
    },
    flagged: ['tables/a', 'tables/b', 'tables/c', 'noise/e', 'cell', 'share'].map((name) => `src/disclosure/${name}.ts`),
  },
  {
    // They run in a worker of the browser and on the command line, and are read by those who are to trust them.
    says: 'probabilities and estimators know nothing but each other',
    broken: (files) =>
      badImports(
        files.filter((file) => isProduct(file) && estimators.test(file.path)),
        (_, { target }) => !estimators.test(target),
      ),
    planted: {
      'src/effects/curve/a.ts': `import type { Text } from '../../values/codeList.ts'`,
      'src/effects/regression/b.ts': `import { z } from 'zod'`,
      'src/probability/c.ts': `import { readFileSync } from 'node:fs'`,
      'src/effects/units/d.ts': `import { wilson } from '../../probability/proportion.ts'`,
      'src/effects/curve/e.test.ts': `import fc from 'fast-check'`,
      'src/effects/page/f.ts': `import type { Text } from '../../values/codeList.ts'`,
    },
    flagged: ['src/effects/curve/a.ts', 'src/effects/regression/b.ts', 'src/probability/c.ts'],
  },
  {
    says: 'only serve makes the scope of a request; tests go through HTTP like everybody else',
    broken: (files) => [
      ...badImports(
        files,
        ({ path }, { target, names }) =>
          target === 'src/platform/scope.ts' && (names.includes('makeScope') || names.includes('*')) && path !== 'src/platform/serve.ts',
      ),
      ...files
        .filter(({ path, castsTo }) => castsTo.includes('Scope') && path !== 'src/platform/scope.ts')
        .map(({ path }) => `${path}: as Scope`),
    ],
    planted: {
      'src/platform/serve.ts': `import { makeScope } from './scope.ts'`,
      'src/access/store.ts': `import { makeScope as make } from '../platform/scope.ts'`,
      'src/access/a.test.ts': `import * as scope from '../platform/scope.ts'`,
      'src/access/b.test.ts': `const scope = { userId: 'x' } as unknown as Scope`,
      'src/access/routes.ts': `import type { Principal } from '../platform/scope.ts'`,
    },
    flagged: ['src/access/store.ts', 'src/access/a.test.ts', 'src/access/b.test.ts'],
  },
  {
    says: 'no room has a vague name',
    broken: (files) =>
      files.filter(({ path }) => path.split('/').some((part) => vague.test(part.replace(/\..*$/, '')))).map(({ path }) => `${path}: vague`),
    planted: { 'src/access/utils.ts': ``, 'src/shared/a.ts': ``, 'test/helpers/b.ts': ``, 'src/disclosure/sharedTotals.ts': `` },
    flagged: ['src/access/utils.ts', 'src/shared/a.ts', 'test/helpers/b.ts'],
  },
  {
    says: 'no file is longer than 300 lines',
    broken: (files) => files.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines} lines`),
    planted: { 'src/access/long.ts': '//\n'.repeat(301), 'src/access/full.ts': '//\n'.repeat(300) },
    flagged: ['src/access/long.ts'],
  },
  {
    says: 'no SQL is put together from text',
    broken: (files) => files.filter(({ usesRawSql, path }) => usesRawSql && !attacks.includes(path)).map(({ path }) => `${path}: sql.raw`),
    planted: { 'src/access/store.ts': 'const rows = sql`${sql.raw(name)}`', 'src/access/b.ts': `// sql.raw is not used here` },
    flagged: ['src/access/store.ts'],
  },
]
