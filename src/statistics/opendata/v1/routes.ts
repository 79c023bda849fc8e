import { serve, serveFile, type Call, type FileAnswer, type Server } from '../../../platform/serve.ts'
import type { Writing } from '../../figure.ts'
import { folders, type AnyCube } from '../cube.ts'
import { tableAnswer } from '../format/answer.ts'
import type { OutputFormat } from '../outputFormats.ts'
import { jsonStat } from '../format/jsonStat.ts'
import { openCalls } from '../limits.ts'
import type { OpenTables } from '../openTables.ts'
import { baseOf, source, writingOf } from '../openWords.ts'
import { problem } from '../problem.ts'
import { choose, mostCells } from '../selection.ts'
import type { AxisSelection, ChosenTable } from '../selection.ts'
import { findCube } from '../v2/routes.ts'
import { folderLine } from '../v2/listing.ts'
import { titleOf } from '../words.ts'
import * as contract from './contract.ts'

const database = 'samlad'

interface Place {
  lang: string
  database?: string
  folder?: string
}

/** Mounts PxWebApi 1. */
export function openRoutesV1(server: Server, tables: OpenTables, callsPerWindow: number): void {
  const limits = { maxValues: mostCells, maxCells: mostCells, maxCalls: callsPerWindow, timeWindow: openCalls.seconds, CORS: true }
  const at = (place: Place): { writing: Writing; folder: (typeof folders)[number] | undefined } => {
    if (!['sv', 'en'].includes(place.lang.toLowerCase())) throw problem('noFolder', { folder: place.lang })
    if (place.database !== undefined && place.database.toLowerCase() !== database) throw problem('noFolder', { folder: place.database })
    const folder = folders.find((one) => one.toLowerCase() === place.folder?.toLowerCase())
    if (place.folder !== undefined && !folder) throw problem('noFolder', { folder: place.folder })
    return { writing: writingOf(place.lang, server.translate), folder }
  }
  const inFolder = async (call: Pick<Call<{ lang: string; database: string; folder: string }, unknown, unknown>, 'params'>) => {
    const { writing, folder } = at(call.params)
    return { writing, cubes: (await tables.all()).filter((cube) => cube.folder === folder) }
  }

  serve(server, contract.getOldDatabases, async ({ params, query }) => {
    const { writing } = at(params)
    return query.config === undefined ? [{ dbid: database, text: writing.t('opendata.database') }] : limits
  })
  serve(server, contract.getOldFolders, async ({ params, query }) => {
    const { writing } = at(params)
    return query.config === undefined ? folders.map((id) => ({ id, type: 'l' as const, text: folderLine(id, writing) })) : limits
  })
  serve(server, contract.getOldFolder, async (call) => {
    if (call.query.config !== undefined) return limits
    const { writing, cubes } = await inFolder(call)
    return cubes.map((cube) => ({
      id: cube.id,
      type: 't' as const,
      text: titled(cube, writing),
      updated: cube.updated.toISOString().slice(0, 19),
    }))
  })
  serve(server, contract.getOldTable, async (call) => {
    if (call.query.config !== undefined) return limits
    const { writing, cubes } = await inFolder(call)
    return described(findCube(cubes, call.params.table), writing)
  })
  serveFile(server, contract.askOldTable, async (call) => {
    const { writing, cubes } = await inFolder(call)
    const cube = findCube(cubes, call.params.table)
    const chosen = choose(cube, { selection: selectionOf(cube, call.body.query) })
    return answerOf(chosen, call.body.response.format, baseOf(call.request, '/api/v2'), writing)
  })
}

const titled = (cube: AnyCube, writing: Writing): string => titleOf(cube, cube.axes.at(-1)!.values, writing)

function described(cube: AnyCube, writing: Writing) {
  return {
    title: titled(cube, writing),
    variables: cube.axes.map(({ code, label, values, kind, whole }) => ({
      ...{ code, text: label[writing.locale], values: values.map((value) => value.code) },
      valueTexts: values.map((value) => value.label[writing.locale]),
      ...(whole === undefined ? {} : { elimination: true }),
      ...(kind === 'time' ? { time: true } : {}),
    })),
  }
}

/** What filters mean as a selection. What is not asked of is counted whole; of contents and time all is given, as version 1 does. */
function selectionOf(cube: AnyCube, query: contract.OldQuestion['query']): AxisSelection[] {
  const asked = query.map(({ code, selection: { filter, values } }): AxisSelection => {
    const [, list] = /^vs:(.+)$/i.exec(filter) ?? []
    if (list !== undefined)
      return { variableCode: code, valueCodes: values.length > 0 ? values : ['*'], codelist: list.startsWith('vs_') ? list : `vs_${list}` }
    switch (filter.toLowerCase()) {
      case 'item':
        return { variableCode: code, valueCodes: values }
      case 'all':
        return { variableCode: code, valueCodes: values.length > 0 ? values : ['*'] }
      case 'top':
        return { variableCode: code, valueCodes: values.map((count) => `TOP(${count})`) }
      default:
        throw problem('wrongExpression', { text: filter })
    }
  })
  const isAsked = (code: string): boolean => asked.some(({ variableCode }) => variableCode.toLowerCase() === code.toLowerCase())
  const rest = cube.axes.filter(({ code, whole }) => whole === undefined && !isAsked(code))
  return [...asked, ...rest.map(({ code }) => ({ variableCode: code, valueCodes: ['*'] }))]
}

/** Formats by the names that version 1 has for them. */
const formats: Record<string, OutputFormat> = {
  ...{ json: 'json-px', 'json-stat2': 'json-stat2', csv: 'csv', csv2: 'csv', csv3: 'csv', px: 'px', xlsx: 'xlsx', html5_table: 'html' },
}

async function answerOf(chosen: ChosenTable, asked: string, base: string, writing: Writing): Promise<FileAnswer> {
  const name = asked.toLowerCase()
  const head = { source, base }
  if (name === 'json-stat') {
    const bytes = Buffer.from(JSON.stringify(jsonStat1(jsonStat(chosen, head, writing) as Dataset)))
    return { fileName: `${chosen.cube.id}.json`, mediaType: 'application/json; charset=utf-8', bytes, inline: true }
  }
  const format = formats[name]
  if (!format) throw problem('wrongFormat', { format: asked, known: ['json-stat', ...Object.keys(formats)].join(', ') })
  const naming = name === 'csv3' ? 'UseCodes' : 'UseTexts'
  return tableAnswer(chosen, { format, options: { naming, title: false, separator: ',' }, head }, writing)
}

interface Dataset {
  id: string[]
  size: number[]
  role: object
  dimension: Record<string, object>
}

/** JSON-stat 2 as JSON-stat 1, where ids, sizes and roles lie among the dimensions. */
function jsonStat1({ id, size, role, dimension, ...rest }: Dataset): object {
  return { dataset: { ...rest, version: '1.2', dimension: { id, size, role, ...dimension } } }
}
