import { serve, serveFile, type Call, type FileAnswer, type Server } from '../../../platform/serve.ts'
import type { Writing } from '../../figure.ts'
import { findCodelist } from '../codelist.ts'
import { folders, type AnyCube } from '../cube.ts'
import { readFormat, tableAnswer } from '../format/answer.ts'
import { outputFormats } from '../outputFormats.ts'
import { jsonStatMetadata } from '../format/jsonStat.ts'
import { openCalls } from '../limits.ts'
import type { OpenTables } from '../openTables.ts'
import { baseOf, source, writingOf } from '../openWords.ts'
import { problem } from '../problem.ts'
import { choose, defaultSelection, listedValues, mostCells } from '../selection.ts'
import type { TableSelection } from '../selection.ts'
import * as contract from './contract.ts'
import { folderLine, link, pageLinks, searched, tableLine } from './listing.ts'
import { listOf, selectionOf, selectionOfBody } from './question.ts'

type AnyCall = Pick<Call<unknown, { lang?: string | undefined; asOf?: string | undefined }, unknown>, 'query' | 'request'>

/** What every answer needs: the tables, the asker's language, and the address of the interface. */
interface Open {
  server: Server
  about(call: AnyCall): { writing: Writing; base: string }
  cubes(call: AnyCall): Promise<readonly AnyCube[]>
  find(call: AnyCall, id: string): Promise<AnyCube>
}

/** Mounts PxWebApi 2. */
export function openRoutesV2(server: Server, tables: OpenTables, software: string, callsPerWindow: number): void {
  const cubes = async ({ query }: AnyCall): Promise<readonly AnyCube[]> => tables.all(query.asOf)
  const open: Open = {
    ...{ server, cubes },
    about: (call) => {
      const lang = call.query.lang ?? ''
      if (!['', 'sv', 'en'].includes(lang.toLowerCase())) throw problem('noLanguage', { lang })
      return { writing: writingOf(lang, server.translate), base: baseOf(call.request, '/api/v2') }
    },
    find: async (call, id) => findCube(await cubes(call), id),
  }
  serve(server, contract.getOpenConfig, async () => configOf(software, callsPerWindow))
  folderRoutes(open)
  tableRoutes(open)
  dataRoutes(open)
}

function folderRoutes({ server, about, cubes }: Open): void {
  serve(server, contract.getOpenFolders, async (call) => {
    const { writing, base } = about(call)
    const own = folders.map((id) => {
      const label = folderLine(id, writing)
      const at = link('self', `${base}/navigation/${id}?lang=${writing.locale}`, writing)
      return { type: 'FolderInformation' as const, id, label, description: label, sortCode: label, links: [at] }
    })
    return folder(writing.locale, null, null, own, [link('self', `${base}/navigation?lang=${writing.locale}`, writing)])
  })
  serve(server, contract.getOpenFolder, async (call) => {
    const { writing, base } = about(call)
    const name = folders.find((one) => one.toLowerCase() === call.params.id.toLowerCase())
    if (!name) throw problem('noFolder', { folder: call.params.id })
    const own = (await cubes(call)).filter(({ folder: own }) => own === name).map((cube) => tableLine(cube, base, writing))
    const links = [link('self', `${base}/navigation/${name}?lang=${writing.locale}`, writing)]
    return folder(writing.locale, name, folderLine(name, writing), own, links)
  })
  serve(server, contract.getOpenCodelist, async (call) => {
    const { writing, base } = about(call)
    const list = findCodelist(await cubes(call), call.params.id)
    if (!list) throw problem('noCodelist', { codelist: call.params.id })
    const { locale } = writing
    return {
      ...{
        id: list.id,
        label: list.label[locale],
        language: locale,
        languages: ['sv', 'en'],
        elimination: false,
        type: 'Valueset' as const,
      },
      values: list.values.map(({ code, label }) => ({ code, label: label[locale], valueMap: [code] })),
      links: [link('self', `${base}/codelists/${list.id}?lang=${locale}`, writing)],
    }
  })
}

function tableRoutes({ server, about, cubes, find }: Open): void {
  serve(server, contract.listOpenTables, async (call) => {
    const { writing, base } = about(call)
    const { pageNumber, pageSize, query, pastDays } = call.query
    const found = searched(await cubes(call), { query, pastDays }, call.now, writing)
    const totalPages = Math.max(1, Math.ceil(found.length / pageSize))
    if (pageNumber > totalPages) throw problem('noPage', { page: pageNumber, pages: totalPages })
    const links = pageLinks({ base, query, pageSize, pageNumber, totalPages }, writing)
    return {
      language: writing.locale,
      tables: found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map((cube) => tableLine(cube, base, writing)),
      page: { pageNumber, pageSize, totalElements: found.length, totalPages, links: links.filter(({ rel }) => rel !== 'self') },
      links: links.filter(({ rel }) => rel === 'self'),
    }
  })
  serve(server, contract.getOpenTable, async (call) => {
    const { writing, base } = about(call)
    return { ...tableLine(await find(call, call.params.id), base, writing), language: writing.locale }
  })
  serveFile(server, contract.getOpenMetadata, async (call) => metadataFile(await find(call, call.params.id), call.query, about(call)))
  serve(server, contract.getOpenDefault, async (call) => {
    const { writing, base } = about(call)
    const cube = await find(call, call.params.id)
    const { selection, placement } = defaultSelection(cube)
    return {
      language: writing.locale,
      selection: selection.map(({ variableCode, valueCodes }) => ({ variableCode, codelist: null, valueCodes: [...valueCodes] })),
      placement: { heading: [...placement.heading], stub: [...placement.stub] },
      links: [link('self', `${base}/tables/${cube.id}/defaultselection?lang=${writing.locale}`, writing)],
    }
  })
}

type Formatted = {
  params: { id: string }
  query: { outputFormat?: string | undefined; outputFormatParams?: string | string[] | undefined }
}

function dataRoutes({ server, about, find }: Open): void {
  const data = async (call: AnyCall & Formatted, selection: TableSelection | undefined): Promise<FileAnswer> => {
    const { writing, base } = about(call)
    const wanted = readFormat(call.query.outputFormat, listOf(call.query.outputFormatParams))
    const chosen = choose(await find(call, call.params.id), selection)
    return tableAnswer(chosen, { ...wanted, head: { source, base } }, writing)
  }
  serveFile(server, contract.getOpenData, async (call) => data(call, selectionOf(call.query)))
  serveFile(server, contract.askOpenData, async (call) => data(call, selectionOfBody(call.body)))
}

/** The table of an id, however capitalised. Throws a problem when there is none. */
export function findCube(cubes: readonly AnyCube[], id: string): AnyCube {
  const found = cubes.find((cube) => cube.id === id.toLowerCase())
  if (!found) throw problem('noTable', { table: id })
  return found
}

function metadataFile(
  cube: AnyCube,
  query: Readonly<Record<string, unknown>>,
  { writing, base }: { writing: Writing; base: string },
): FileAnswer {
  const { selection } = selectionOf(query)
  const usual = defaultSelection(cube)
  const narrowed = new Map(selection.map(({ variableCode, codelist }) => [variableCode.toLowerCase(), codelist]))
  // `defaultSelection=true` asks for the code lists of the default selection, of which there are none; all values can still be chosen.
  const axes = cube.axes.map((axis) => {
    const id = narrowed.get(axis.code.toLowerCase())
    return { axis, values: id ? listedValues(cube, axis, id) : axis.values }
  })
  const bytes = Buffer.from(JSON.stringify(jsonStatMetadata(cube, axes, usual.placement, { source, base }, writing)))
  return { fileName: `${cube.id}-metadata.json`, mediaType: 'application/json; charset=utf-8', bytes, inline: true }
}

function folder<T>(language: string, id: string | null, label: string | null, folderContents: T[], links: ReturnType<typeof link>[]) {
  return { language, type: 'FolderInformation' as const, id, label, description: label, folderContents, links }
}

function configOf(software: string, callsPerWindow: number) {
  return {
    ...{
      apiVersion: '2.2.0',
      appVersion: software,
      languages: [
        { id: 'sv', label: 'Svenska' },
        { id: 'en', label: 'English' },
      ],
      defaultLanguage: 'sv',
    },
    ...{ maxDataCells: mostCells, maxCallsPerTimeWindow: callsPerWindow, timeWindow: openCalls.seconds },
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    sourceReferences: [
      { language: 'sv', text: `Källa: ${source}` },
      { language: 'en', text: `Source: ${source}` },
    ],
    ...{ defaultDataFormat: outputFormats[0], dataFormats: [...outputFormats] },
    features: [{ id: 'CORS', params: [{ key: 'enabled', value: 'True' }] }],
  }
}
