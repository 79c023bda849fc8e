import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What TypeScript says of a column. */
export interface TypedColumn {
  kind: string
  nullable: boolean
  /** May be left out when a row is written. */
  generated: boolean
}

/** All tables of the slices' `tables.ts`, as the code sees them: table → column → type. */
export function readTableTypes(): Record<string, Record<string, TypedColumn>> {
  const slices = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('/tables.ts'))
  return Object.assign(
    {},
    ...slices.map((path) => tablesOf(ts.createSourceFile(path, readFileSync(join('src', path), 'utf8'), ts.ScriptTarget.Latest))),
  )
}

function tablesOf(file: ts.SourceFile): Record<string, Record<string, TypedColumn>> {
  const aliases = new Map(file.statements.filter(ts.isTypeAliasDeclaration).map(({ name, type }) => [name.text, type]))
  const interfaces = new Map(
    file.statements.filter(ts.isInterfaceDeclaration).map(({ name, members }) => [name.text, members.filter(ts.isPropertySignature)]),
  )
  const [, tables] = [...interfaces].find(([name]) => name.endsWith('Tables'))!
  const nameOf = (node: ts.Node): string => node.getText(file)
  return Object.fromEntries(
    tables.map(({ name, type }) => [
      nameOf(name),
      Object.fromEntries(interfaces.get(nameOf(type!))!.map((column) => [nameOf(column.name), columnOf(column.type!, aliases, file)])),
    ]),
  )
}

function columnOf(type: ts.TypeNode, aliases: ReadonlyMap<string, ts.TypeNode>, file: ts.SourceFile): TypedColumn {
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.filter((part) => part.getText(file) !== 'null')
    if (parts.length !== 1) throw new Error(`A column has one type, or null: ${type.getText(file)}`)
    return { ...columnOf(parts[0]!, aliases, file), nullable: parts.length < type.types.length }
  }
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText(file)
    if (name === 'Generated') return { ...columnOf(type.typeArguments![0]!, aliases, file), generated: true }
    const alias = aliases.get(name)
    if (alias && !type.typeArguments) return columnOf(alias, aliases, file)
    return { kind: name, nullable: false, generated: false }
  }
  return { kind: type.getText(file), nullable: false, generated: false }
}
