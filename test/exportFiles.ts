import { unzipSync } from 'fflate'
import { getExportFile, makeExport, type Export } from '../src/participations/ownExport/contract.ts'
import { callFile, callStream } from '../src/platform/call.ts'
import { world } from './api.ts'

const [controllerId] = world.controllers

/** Makes an export as whoever the calls are made as. */
export async function make(
  identities = false,
  at: string = controllerId,
): Promise<{ made: Export; lines: { done: number; of: number }[] }> {
  const lines: { done: number; of: number }[] = []
  let made: Export | undefined
  await callStream(makeExport, { params: { controllerId: at }, body: { identities } }, (line) => {
    lines.push({ done: line.done, of: line.of })
    made = line.export ?? made
  })
  return { made: made!, lines }
}
/** The files of an export, as text by name. */
export async function filesOf({ id }: Export): Promise<Record<string, string>> {
  const { blob } = await callFile(getExportFile, { params: { controllerId, exportId: id } })
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
}
/** The rows of a table, from its JSON. */
export const rowsOf = (files: Record<string, string>, file: string): Record<string, unknown>[] =>
  (JSON.parse(files[`json/${file}.json`]!) as { rows: Record<string, unknown>[] }).rows
/** The lines of a table, from its spreadsheet. */
export const linesOf = (files: Record<string, string>, file: string): string[] =>
  files[`${file}.csv`]!.replace('\uFEFF', '').trimEnd().split('\r\n')
