import type { FileAnswer } from '../../../platform/serve.ts'
import type { Writing } from '../../figure.ts'
import { outputFormats } from '../outputFormats.ts'
import type { OutputFormat } from '../outputFormats.ts'
import { problem } from '../problem.ts'
import type { ChosenTable } from '../selection.ts'
import { jsonPx } from './jsonPx.ts'
import { jsonStat } from './jsonStat.ts'
import type { JsonStatHead } from './jsonStat.ts'
import { pxFile } from './pxFile.ts'
import { csvText, htmlText } from './texts.ts'
import type { TextOptions } from './texts.ts'
import { xlsxBytes } from './xlsx.ts'

const mediaTypes: Record<OutputFormat, string> = {
  'json-stat2': 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  px: 'application/octet-stream',
  html: 'text/html; charset=utf-8',
  'json-px': 'application/json; charset=utf-8',
}

/** A part of a table in a format. */
export async function tableAnswer(
  chosen: ChosenTable,
  { format, options, head }: { format: OutputFormat; options: TextOptions; head: JsonStatHead },
  writing: Writing,
): Promise<FileAnswer> {
  const writers: Record<OutputFormat, () => string | Uint8Array | Promise<Uint8Array>> = {
    'json-stat2': () => JSON.stringify(jsonStat(chosen, head, writing)),
    csv: () => csvText(chosen, options, writing),
    xlsx: () => xlsxBytes(chosen, options, writing),
    px: () => pxFile(chosen, head.source, writing),
    html: () => htmlText(chosen, options, writing),
    'json-px': () => JSON.stringify(jsonPx(chosen, head.source, writing)),
  }
  const made = await writers[format]()
  const bytes = typeof made === 'string' ? Buffer.from(made) : made
  const extension = format.startsWith('json') ? 'json' : format
  return { fileName: `${chosen.cube.id}.${extension}`, mediaType: mediaTypes[format], bytes, inline: true }
}

/** Reads a format and its parameters. Throws a problem for what is not offered, or does not go together. */
export function readFormat(format: string | undefined, params: readonly string[]): { format: OutputFormat; options: TextOptions } {
  const known = outputFormats.find((one) => one === (format ?? outputFormats[0]).toLowerCase())
  if (!known) throw problem('wrongFormat', { format: format!, known: outputFormats.join(', ') })
  const asked = params.map((param) => param.toLowerCase())
  const pick = <T>(choices: Record<string, T>, usual: T): T => {
    const found = Object.keys(choices).filter((name) => asked.includes(name.toLowerCase()))
    if (found.length > 1) throw problem('wrongFormat', { format: found.join(' + '), known: Object.keys(choices).join(' / ') })
    return found[0] === undefined ? usual : choices[found[0]]!
  }
  const namings = { UseCodes: 'UseCodes', UseTexts: 'UseTexts', UseCodesAndTexts: 'UseCodesAndTexts' } as const
  const separators = { SeparatorTab: '\t', SeparatorSpace: ' ', SeparatorSemicolon: ';' } as const
  const all = [...Object.keys(namings), ...Object.keys(separators), 'IncludeTitle'].map((name) => name.toLowerCase())
  const strange = params.find((param) => !all.includes(param.toLowerCase()))
  if (strange !== undefined) throw problem('wrongFormat', { format: strange, known: all.join(', ') })
  const options: TextOptions = {
    naming: pick<TextOptions['naming']>(namings, 'UseTexts'),
    separator: pick<TextOptions['separator']>(separators, ','),
    title: asked.includes('includetitle'),
  }
  return { format: known, options }
}
