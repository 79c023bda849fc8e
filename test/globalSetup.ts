import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded, openServed } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrationFolder } from '../src/prepareDatabase.ts'
import { templateName } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    dump: string
  }
}

/** Migrates once; each test file then begins from a copy (embedded: a dump, PostgreSQL: a template database). */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-test-'))
  const dump = join(folder, 'migrated.tar')
  const url = process.env.TEST_DATABASE_URL
  if (url) await makeTemplate(url)
  else await makeDump(dump)
  project.provide('dump', dump)
  return () => rmSync(folder, { recursive: true, force: true })
}

async function makeDump(path: string): Promise<void> {
  const database = openEmbedded('memory://')
  await migrate(database, migrationFolder)
  writeFileSync(path, await database.dump())
  await database.close()
}

async function makeTemplate(url: string): Promise<void> {
  const server = openServed(url)
  await server.script(`drop database if exists ${templateName}`)
  await server.script(`create database ${templateName}`)
  await server.close()
  const template = new URL(url)
  template.pathname = `/${templateName}`
  const database = openServed(template.href)
  await migrate(database, migrationFolder)
  await database.close()
}
