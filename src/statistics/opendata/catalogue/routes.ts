import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { serveFile, type Server } from '../../../platform/serve.ts'
import type { Writing } from '../../figure.ts'
import type { AnyCube } from '../cube.ts'
import { jsonStat } from '../format/jsonStat.ts'
import { csvText } from '../format/texts.ts'
import type { OpenTables } from '../openTables.ts'
import { baseOf, source, writingOf } from '../openWords.ts'
import { choose } from '../selection.ts'
import * as contract from './contract.ts'
import { catalogueOf } from './dcat.ts'
import { jsonLd, rdfXml } from './rdf.ts'

/** Mounts the data catalogue and the download of everything. */
export function catalogueRoutes(server: Server, tables: OpenTables): void {
  serveFile(server, contract.getCatalogue, async ({ query, request }) => {
    const nodes = catalogueOf(await tables.all(), baseOf(request, ''), server.translate)
    const isXml = query.format === 'rdf'
    const bytes = Buffer.from(isXml ? rdfXml(nodes) : jsonLd(nodes))
    const mediaType = isXml ? 'application/rdf+xml; charset=utf-8' : 'application/ld+json; charset=utf-8'
    return { fileName: isXml ? 'samlad-dcat.rdf' : 'samlad-dcat.jsonld', mediaType, bytes, inline: true }
  })
  serveFile(server, contract.getBulk, async ({ request }) => {
    const bytes = bulkZip(await tables.all(), baseOf(request, '/api/v2'), writingOf('sv', server.translate))
    return { fileName: 'samlad-oppna-data.zip', mediaType: 'application/zip', bytes }
  })
}

/** Every table whole: as JSON-stat 2.0 and as CSV with codes and names; a list of them, and hashes. The same tables always give the same bytes. */
function bulkZip(cubes: readonly AnyCube[], base: string, writing: Writing): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  for (const cube of cubes) {
    const whole = choose(cube, { selection: cube.axes.map(({ code }) => ({ variableCode: code, valueCodes: ['*'] })) }, Infinity)
    files[`${cube.id}.json`] = Buffer.from(JSON.stringify(jsonStat(whole, { source, base }, writing)))
    files[`${cube.id}.csv`] = Buffer.from(csvText(whole, { naming: 'UseCodesAndTexts', title: true, separator: ';' }, writing))
  }
  const list = cubes.map((cube) => ({
    ...{ id: cube.id, title: cube.title, updated: cube.updated.toISOString() },
    ...(cube.kind === 'counts' && { releases: cube.releases }),
  }))
  files['tables.json'] = Buffer.from(`${JSON.stringify(list, null, 2)}\n`)
  const sums = Object.entries(files).map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  const newest = Math.max(Date.UTC(2000, 0, 1), ...cubes.map(({ updated }) => updated.getTime()))
  return zipSync({ ...files, SHA256SUMS: Buffer.from(sums.join('')) }, { mtime: new Date(newest) })
}
