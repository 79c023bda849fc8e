import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

/** An import of a file: of another file (`src/…`), of a package (`zod`) or of Node itself (`node:fs`). */
export interface Import {
  target: string
  /** What is taken by name; `*` for the whole module, a side effect, or a worker. */
  names: string[]
  /** Erased before it runs. */
  isType: boolean
}

/** A source file as the rules see it. */
export interface SourceFile {
  path: string
  lines: number
  imports: Import[]
  /** Every string of the code that has no holes. */
  strings: string[]
  /** Every string with holes, as the pieces between them. */
  templates: string[][]
  /** Names that stand in the code: of variables, properties and types. */
  words: string[]
  /** What is asked of the message catalogue: `t('…')`, `translate('…')`, `breaksRule('…')`, `new Refusal(404, '…')`. */
  asked: string[]
  /** Hands another file's names on (`export … from`). */
  handsOn: boolean
  usesRawSql: boolean
  /** Types that a value, or a part of it, is said to be without proof (`as Cell`). */
  castsTo: string[]
}

/** All TypeScript and Vue files of the folders, read and parsed. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|vue)$/.test(name))
      .map((name) => parseSource(posix.join(folder, name), readFileSync(join(folder, name), 'utf8'))),
  )
}

/** Parses one file; of a Vue file the scripts, and the expressions of its template as strings and imports go. */
export function parseSource(path: string, text: string): SourceFile {
  const code = path.endsWith('.vue') ? scriptsOf(text) : text
  const lines = text.trimEnd().split('\n').length
  const file: SourceFile = { ...{ path, lines, imports: [], strings: [], templates: [], words: [], asked: [], castsTo: [] }, ...flags }
  const visit = (node: ts.Node): void => {
    note(file, node)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest))
  if (path.endsWith('.vue')) {
    for (const expression of expressionsOf(text)) visit(ts.createSourceFile(path, `(${expression})`, ts.ScriptTarget.Latest))
    file.strings.push(...namesGiven(text))
  }
  return file
}

const flags = { handsOn: false, usesRawSql: false }

const scriptsOf = (vue: string): string => [...vue.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')

/** What a Vue template hands on by name as it stands: `title="area.name"`. */
function namesGiven(vue: string): string[] {
  const template = vue.replace(/<script[\s\S]*?<\/script>/g, '')
  return [...template.matchAll(/\s(?!v-)[\w-]+="(\w+(?:\.\w+)+)"/g)].map(([, name]) => name!)
}

/** `{{ … }}`, `:name="…"`, `@name="…"` and `v-…="…"` of a Vue template. */
function expressionsOf(vue: string): string[] {
  const template = vue.replace(/<script[\s\S]*?<\/script>/g, '')
  return [...template.matchAll(/\{\{([\s\S]*?)\}\}|\s(?:[:@#]|v-)[\w.:-]+="([^"]*)"/g)].map(([, shown, bound]) => (shown ?? bound)!)
}

function note(file: SourceFile, node: ts.Node): void {
  if (ts.isImportDeclaration(node)) file.imports.push(importOf(file.path, node))
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    file.handsOn = true
    file.imports.push({ target: resolve(file.path, textOf(node.moduleSpecifier)), names: ['*'], isType: node.isTypeOnly })
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) addWhole(file, node.arguments[0])
  // A worker is started by address: new URL('./worker.ts', import.meta.url).
  if (
    ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'URL' &&
    /\.ts$/.test(textOf(node.arguments?.[0]))
  ) {
    addWhole(file, node.arguments?.[0])
  }
  if (ts.isStringLiteralLike(node)) file.strings.push(node.text)
  if (ts.isTemplateExpression(node)) file.templates.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)])
  if (ts.isIdentifier(node)) file.words.push(node.text)
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) noteAsked(file, node)
  if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'raw' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'sql'
  ) {
    file.usesRawSql = true
  }
  if (ts.isAsExpression(node)) noteTypes(file, node.type)
}

/** Every name in a type that a value is said to be: `Cell` in `as Schema<Cell>` and `as Cell[]` too. */
function noteTypes(file: SourceFile, node: ts.Node): void {
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) file.castsTo.push(node.typeName.text)
  ts.forEachChild(node, (child) => noteTypes(file, child))
}

/** Which argument names the message. */
const askers: Record<string, number> = { t: 0, translate: 0, breaksRule: 0, Refusal: 1 }

function noteAsked(file: SourceFile, { expression, arguments: given }: ts.CallExpression | ts.NewExpression): void {
  const name = ts.isIdentifier(expression) ? expression.text : ''
  if (!Object.hasOwn(askers, name)) return
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && /^\w+\./.test(node.text)) file.asked.push(node.text)
    ts.forEachChild(node, visit)
  }
  const message = given?.[askers[name]!]
  if (message) visit(message)
}

function addWhole(file: SourceFile, address: ts.Node | undefined): void {
  if (textOf(address) !== '') file.imports.push({ target: resolve(file.path, textOf(address)), names: ['*'], isType: false })
}

function importOf(path: string, { moduleSpecifier, importClause }: ts.ImportDeclaration): Import {
  const bindings = importClause?.namedBindings
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : undefined
  const isType =
    importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (elements !== undefined && elements.length > 0 && !importClause?.name && elements.every((one) => one.isTypeOnly))
  const names = elements ? elements.map((one) => (one.propertyName ?? one.name).text) : ['*']
  return { target: resolve(path, textOf(moduleSpecifier)), names, isType }
}

const textOf = (node: ts.Node | undefined): string => (node && ts.isStringLiteralLike(node) ? node.text : '')

/** `../values/month.ts` seen from `src/ui/a.ts` is `src/values/month.ts`; packages keep their names. */
function resolve(from: string, address: string): string {
  return address.startsWith('.') ? posix.join(posix.dirname(from), address.replace(/\?.*$/, '')) : address
}
