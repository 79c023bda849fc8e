import type { Translate } from '../../../values/catalogue.ts'
import { locales, type Locale, type Text } from '../../../values/codeList.ts'
import type { AnyCube, CubeValue } from '../cube.ts'
import { source } from '../openWords.ts'

/** A value of a property: an address, a text in a language, or a typed text. */
export type Value = { id: string } | { text: string; lang: Locale } | { text: string; type: string } | { node: Node }

/** A thing described: its address, its class, and its properties in order. */
export interface Node {
  id: string
  type: string
  properties: [name: string, value: Value][]
}

/** The names that stand short in the catalogue. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const authority = 'http://publications.europa.eu/resource/authority'
const cc0 = `${authority}/licence/CC0`
const languages = { sv: `${authority}/language/SWE`, en: `${authority}/language/ENG` }
const formats = [
  { format: 'json-stat2', media: 'application/json', title: 'JSON-stat 2.0' },
  { format: 'csv', media: 'text/csv', title: 'CSV' },
  { format: 'xlsx', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', title: 'Excel' },
  { format: 'px', media: 'text/plain', title: 'PX' },
] as const

const ref = (id: string): Value => ({ id })
const texts = (text: Text): Value[] => locales.map((lang) => ({ text: text[lang], lang }))
const typed = (text: string, type: keyof typeof prefixes | string): Value => ({ text, type })
const all = (name: string, values: readonly Value[]): [string, Value][] => values.map((value) => [name, value])

/**
 * The published tables as a catalogue after DCAT-AP-SE 3 (docs.dataportal.se/dcat): a data set for each table, a distribution for each format, and the
 * interface as a data service.
 * @param origin where this deployment is reached, without a slash at its end
 */
export function catalogueOf(cubes: readonly AnyCube[], origin: string, t: Record<Locale, Translate>): Node[] {
  const publisher: Node = {
    ...{ id: `${origin}/#publisher`, type: 'foaf:Agent' },
    properties: [
      ['foaf:name', { text: source, lang: 'sv' }],
      ['dcterms:type', ref('http://purl.org/adms/publishertype/NonProfitOrganisation')],
    ],
  }
  const service: Node = {
    ...{ id: `${origin}/api/v2`, type: 'dcat:DataService' },
    properties: [
      ...all('dcterms:title', texts({ sv: 'Samlad, publicerad statistik (PxWebApi 2)', en: 'Samlad, published statistics (PxWebApi 2)' })),
      ['dcat:endpointURL', ref(`${origin}/api/v2`)],
      ['dcterms:publisher', ref(publisher.id)],
      ['dcterms:license', ref(cc0)],
      ['dcterms:accessRights', ref(`${authority}/access-right/PUBLIC`)],
      ...all(
        'dcat:servesDataset',
        cubes.map(({ id }) => ref(`${origin}/statistik/tabeller/${id}`)),
      ),
    ],
  }
  const sets = cubes.map((cube) => dataSet(cube, origin, publisher.id, t))
  const catalogue: Node = {
    ...{ id: `${origin}/api/dcat`, type: 'dcat:Catalog' },
    properties: [
      ...all(
        'dcterms:title',
        texts({ sv: 'Samlad statistik om samordningsförbund', en: 'Collated statistics on coordination associations' }),
      ),
      ...all(
        'dcterms:description',
        locales.map((lang) => ({ text: t[lang]('opendata.intro'), lang })),
      ),
      ['dcterms:publisher', ref(publisher.id)],
      ['dcterms:license', ref(cc0)],
      ...all(
        'dcterms:language',
        locales.map((lang) => ref(languages[lang])),
      ),
      ['foaf:homepage', ref(`${origin}/statistik`)],
      ...newest(cubes),
      ...all(
        'dcat:dataset',
        sets.map(({ id }) => ref(id)),
      ),
      ['dcat:service', ref(service.id)],
    ],
  }
  return [catalogue, publisher, service, ...sets]
}

function newest(cubes: readonly AnyCube[]): [string, Value][] {
  const last = Math.max(...cubes.map(({ updated }) => updated.getTime()))
  return cubes.length === 0 ? [] : [['dcterms:modified', typed(new Date(last).toISOString(), 'xsd:dateTime')]]
}

function dataSet(cube: AnyCube, origin: string, publisher: string, t: Record<Locale, Translate>): Node {
  const { id, title, definition, demo, updated } = cube
  const named = (lang: Locale): string => `${demo ? `${t[lang]('web.demo')}. ` : ''}${title[lang]}`
  const page = `${origin}/statistik/tabeller/${id}`
  return {
    ...{ id: page, type: 'dcat:Dataset' },
    properties: [
      ...all(
        'dcterms:title',
        locales.map((lang) => ({ text: named(lang), lang })),
      ),
      ...all(
        'dcterms:description',
        texts({ sv: `${definition.sv} ${t.sv('statistics.notOfficial')}`, en: `${definition.en} ${t.en('statistics.notOfficial')}` }),
      ),
      ['dcterms:identifier', typed(page, 'xsd:anyURI')],
      ['dcterms:publisher', ref(publisher)],
      ['dcat:theme', ref(`${authority}/data-theme/SOCI`)],
      ['dcterms:accessRights', ref(`${authority}/access-right/PUBLIC`)],
      ['dcterms:accrualPeriodicity', ref(`${authority}/frequency/ANNUAL`)],
      ['dcterms:modified', typed(updated.toISOString(), 'xsd:dateTime')],
      ...all(
        'dcterms:language',
        locales.map((lang) => ref(languages[lang])),
      ),
      ['dcterms:spatial', ref(`${authority}/country/SWE`)],
      ['dcterms:temporal', { node: period(page, cube.axes.find(({ kind }) => kind === 'time')!.values) }],
      ['dcat:landingPage', ref(page)],
      ...formats.map(({ format, media, title: name }): [string, Value] => [
        'dcat:distribution',
        { node: distribution(origin, id, format, media, name) },
      ]),
    ],
  }
}

function period(page: string, years: readonly CubeValue[]): Node {
  return {
    ...{ id: `${page}#period`, type: 'dcterms:PeriodOfTime' },
    properties: [
      ['dcat:startDate', typed(`${years[0]!.code}-01-01`, 'xsd:date')],
      ['dcat:endDate', typed(`${years.at(-1)!.code}-12-31`, 'xsd:date')],
    ],
  }
}

function distribution(origin: string, id: string, format: string, media: string, title: string): Node {
  const at = `${origin}/api/v2/tables/${id}/data?outputFormat=${format}`
  return {
    ...{ id: `${origin}/statistik/tabeller/${id}#${format}`, type: 'dcat:Distribution' },
    properties: [
      ['dcterms:title', { text: title, lang: 'sv' }],
      ['dcat:accessURL', ref(at)],
      ['dcat:downloadURL', ref(at)],
      ['dcterms:format', ref(`https://www.iana.org/assignments/media-types/${media}`)],
      ['dcat:accessService', ref(`${origin}/api/v2`)],
      ['dcterms:license', ref(cc0)],
    ],
  }
}
