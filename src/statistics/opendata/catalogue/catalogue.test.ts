// On the embedded database alone: what is tested here is made of what stores give, and they are tested on both.
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../test/api.ts'
import { jsonStat2 } from '../../../../test/jsonStatSchema.ts'
import { openData } from '../../../../test/openData.ts'

let open: Awaited<ReturnType<typeof openData>>
beforeAll(async () => {
  open = await openData()
})
afterAll(async () => open.close())

/** Triples of an RDF/XML document, as a parser that knows nothing of us reads them. */
function triplesOf(xml: string): [string, string, string][] {
  const triples: [string, string, string][] = []
  const stack: { uri: string; about: string | undefined; text: string }[] = []
  const parser = new SaxesParser({ xmlns: true })
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
  parser.on('opentag', ({ uri, local, attributes }) => {
    const at = (name: string) => Object.values(attributes).find((one) => one.uri === rdf && one.local === name)?.value
    const owner = stack.at(-2)?.about
    const about = at('about')
    if (about !== undefined && stack.length > 1) triples.push([owner!, stack.at(-1)!.uri, about])
    if (about !== undefined) triples.push([about, `${rdf}type`, uri + local])
    const resource = at('resource')
    if (resource !== undefined) triples.push([stack.at(-1)!.about!, uri + local, resource])
    stack.push({ uri: uri + local, about, text: '' })
  })
  parser.on('text', (text) => (stack.at(-1) ? (stack.at(-1)!.text += text) : undefined))
  parser.on('closetag', () => {
    const { uri, text } = stack.pop()!
    if (text.trim() !== '') triples.push([stack.at(-1)!.about!, uri, text])
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return triples
}

const dcat = 'http://www.w3.org/ns/dcat#'
const dcterms = 'http://purl.org/dc/terms/'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

describe('the data catalogue', () => {
  test('describes catalogue, every table with four files, and the interface, with what DCAT-AP-SE demands of each', async () => {
    const triples = triplesOf((await open.get('/api/dcat')).body)
    const of = (uri: string): string[] => triples.filter(([, p, o]) => p === type && o === uri).map(([s]) => s)
    const has = (subject: string, property: string): boolean => triples.some(([s, p]) => s === subject && p === property)
    expect(
      [of(`${dcat}Catalog`), of(`${dcat}Dataset`), of(`${dcat}Distribution`), of(`${dcat}DataService`)].map((one) => one.length),
    ).toEqual([1, 4, 16, 1])
    const demanded = {
      Catalog: [`${dcterms}title`, `${dcterms}description`, `${dcterms}publisher`, `${dcterms}license`, `${dcat}dataset`],
      Dataset: [`${dcterms}title`, `${dcterms}description`, `${dcterms}publisher`, `${dcat}distribution`],
      Distribution: [`${dcat}accessURL`, `${dcterms}license`, `${dcterms}format`],
      DataService: [`${dcterms}title`, `${dcat}endpointURL`, `${dcterms}accessRights`],
    }
    for (const [name, properties] of Object.entries(demanded))
      for (const subject of of(dcat + name))
        for (const property of properties) expect([subject, property, has(subject, property)]).toEqual([subject, property, true])
    const titles = triples.filter(([s, p]) => of(`${dcat}Dataset`).includes(s) && p === `${dcterms}title`)
    expect(titles.every(([, , title]) => /^(PÅHITTADE|INVENTED) DATA\. /.test(title))).toBe(true)
  })
  test('its addresses lead to the files', async () => {
    const urls = triplesOf((await open.get('/api/dcat')).body).flatMap(([, p, o]) => (p === `${dcat}downloadURL` ? [o] : []))
    expect(urls).toHaveLength(16)
    for (const url of urls) expect((await open.get(new URL(url).pathname + new URL(url).search)).statusCode).toBe(200)
  })
  test('as JSON-LD it says the same', async () => {
    const xml = triplesOf((await open.get('/api/dcat')).body)
    const { '@graph': graph } = await open.json<{ '@graph': Record<string, unknown>[] }>('/api/dcat?format=jsonld')
    const count = (value: unknown): number =>
      Object.entries(value as object).reduce((sum, [name, values]) => {
        if (name === '@type') return sum + 1
        return name.startsWith('@')
          ? sum
          : sum + (values as object[]).reduce((all, one) => all + 1 + ('@type' in one && '@id' in one ? count(one) : 0), 0)
      }, 0)
    expect(graph.reduce((sum, node) => sum + count(node), 0)).toBe(xml.length)
  })
  test('has no invented data for other machines', async () => {
    const wide = await testApp(open.database, undefined, { loopback: false })
    expect((await wide.inject({ url: '/api/dcat' })).body).not.toContain('dcat:Dataset ')
    await wide.close()
  })
})

describe('everything in one file', () => {
  test('holds each table whole, twice, with hashes that hold, and is the same every time', async () => {
    const { rawPayload } = await open.get('/api/bulk')
    const files = unzipSync(rawPayload)
    const sums = strFromU8(files.SHA256SUMS!).trim().split('\n')
    expect(sums).toHaveLength(4 * 2 + 1)
    for (const line of sums) {
      const [sum, name] = line.split('  ') as [string, string]
      expect(createHash('sha256').update(files[name]!).digest('hex')).toBe(sum)
    }
    const table = jsonStat2.parse(JSON.parse(strFromU8(files['exits-association-afterexit-sex.json']!)))
    expect(table.value).toHaveLength(3 * 7 * 3 * 2)
    expect(strFromU8(files['exits-association-sex.csv']!)).toContain('PÅHITTADE DATA')
    expect(Buffer.compare((await open.get('/api/bulk')).rawPayload, rawPayload)).toBe(0)
  })
})
