import { readFileSync, writeFileSync } from 'node:fs'
import { endpoints } from '../src/endpoints.ts'
import { accessTable } from './docs/accessTable.ts'
import { codebook } from './docs/codebook.ts'
import { openapi } from './docs/openapi.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** The documents that are made from the code, by path. */
export const documents: Record<string, () => string> = {
  'docs/openapi.json': () => openapi(endpoints, version),
  'docs/access.md': () => accessTable(endpoints),
  'docs/codebook.md': codebook,
}

if (import.meta.main) for (const [path, make] of Object.entries(documents)) writeFileSync(path, make())
