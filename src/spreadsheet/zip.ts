import { Inflate } from 'fflate'
import { RefusedFile, tooLargeInside } from './limits.ts'
import type { Limits } from './limits.ts'
import type { Breathe } from './work.ts'

/** One file inside a zip. */
export interface ZipEntry {
  name: string
  encrypted: boolean
  method: number
  compressedBytes: number
  offset: number
}

/** A zip in memory with the count of what has been inflated from it so far. */
export interface Zip {
  bytes: Uint8Array
  entries: Map<string, ZipEntry>
  limits: Limits
  inflated: number
}

const END = 0x06054b50
const END64 = 0x06064b50
const END64_LOCATOR = 0x07064b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const CHUNK = 32_768

/** Reads the directory of a zip (APPNOTE.TXT 4.3.12–16, with zip64). Throws `RefusedFile` when it is damaged. */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, ZipEntry>()
  try {
    let at = directoryStart(view)
    while (at + 46 <= bytes.length && view.getUint32(at, true) === DIRECTORY) {
      const { entry, next } = directoryEntry(view, bytes, at)
      entries.set(entry.name, entry)
      at = next
      if (entries.size > 10_000) throw new RefusedFile('damaged')
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('damaged')
  }
  if (entries.size === 0) throw new RefusedFile('damaged')
  return { bytes, entries, limits, inflated: 0 }
}

function directoryStart(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue
    const start = view.getUint32(at + 16, true)
    if (start !== 0xffffffff) return start
    if (view.getUint32(at - 20, true) !== END64_LOCATOR) break
    const end64 = Number(view.getBigUint64(at - 12, true))
    if (view.getUint32(end64, true) !== END64) break
    return Number(view.getBigUint64(end64 + 48, true))
  }
  throw new RefusedFile('damaged')
}

function directoryEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const entry: ZipEntry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    compressedBytes: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  readZip64(view, at, nameEnd, extraEnd, entry)
  return { entry, next: extraEnd + view.getUint16(at + 32, true) }
}

/** In zip64 a field that says 0xFFFFFFFF has its value in an extra block, in a fixed order. */
function readZip64(view: DataView, at: number, from: number, to: number, entry: ZipEntry): void {
  for (let extra = from; extra + 4 <= to; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue
    let value = extra + 4
    if (view.getUint32(at + 24, true) === 0xffffffff) value += 8
    if (entry.compressedBytes === 0xffffffff) {
      entry.compressedBytes = Number(view.getBigUint64(value, true))
      value += 8
    }
    if (entry.offset === 0xffffffff) entry.offset = Number(view.getBigUint64(value, true))
  }
}

/**
 * Inflates one entry piece by piece, counting every byte that comes out, so that a zip bomb is stopped while it
 * unfolds and whatever sizes its directory claims. Throws `RefusedFile` on damage, encryption or too much content.
 */
export async function inflateEntry(
  zip: Zip,
  entry: ZipEntry,
  breathe: Breathe,
  onChunk: (chunk: Uint8Array, final: boolean) => void,
): Promise<void> {
  const data = entryData(zip, entry)
  const take = (chunk: Uint8Array, final: boolean): void => {
    zip.inflated += chunk.length
    const { inflatedBytes, ratio, ratioFromBytes } = zip.limits
    const bomb = zip.inflated > ratioFromBytes && zip.inflated > ratio * zip.bytes.length
    if (zip.inflated > inflatedBytes || bomb) throw tooLargeInside(zip.limits)
    onChunk(chunk, final)
  }
  const inflate = entry.method === 8 ? new Inflate(take) : undefined
  for (let at = 0; at === 0 || at < data.length; at += CHUNK) {
    const chunk = data.subarray(at, at + CHUNK)
    const final = at + CHUNK >= data.length
    if (inflate) push(inflate, chunk, final)
    else take(chunk, final)
    await breathe((entry.offset + at) / zip.bytes.length)
  }
}

function push(inflate: Inflate, chunk: Uint8Array, final: boolean): void {
  try {
    inflate.push(chunk, final)
  } catch (error) {
    // fflate's own errors carry a number as code; those of the receiver go through untouched.
    throw typeof (error as { code?: unknown }).code === 'number' ? new RefusedFile('damaged') : error
  }
}

function entryData(zip: Zip, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new RefusedFile('encrypted')
  if (entry.method !== 0 && entry.method !== 8) throw new RefusedFile('damaged')
  const { bytes } = zip
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw new RefusedFile('damaged')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.compressedBytes > bytes.length) throw new RefusedFile('damaged')
  return bytes.subarray(start, start + entry.compressedBytes)
}
