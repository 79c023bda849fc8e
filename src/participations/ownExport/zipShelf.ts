import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync, type WriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { strToU8, Zip, ZipDeflate } from 'fflate'

const ALGORITHM = 'aes-256-gcm'
const KEPT_MS = 15 * 60_000

/** A zip that is kept for a while, and who may fetch it. */
export interface KeptZip {
  id: string
  owner: string
  controllerId: string
  fileName: string
  bytes: number
  until: Date
  key: Buffer
  nonce: Buffer
  tag: Buffer
}

/**
 * Holds zips between making and fetching. They lie encrypted in a folder of their own, under keys that only this process has: what is left
 * behind when it dies is unreadable. Each goes after a quarter of an hour.
 */
export class ZipShelf {
  readonly #kept = new Map<string, KeptZip>()
  #folder: string | undefined

  /** Begins a zip. */
  begin(owner: string, controllerId: string, fileName: string): ZipInMaking {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'samlad-export-'))
    const id = randomUUID()
    return new ZipInMaking({ id, owner, controllerId, fileName }, this.#pathOf(id))
  }

  /** Keeps a whole zip until it has been there for a quarter of an hour. */
  keep(zip: KeptZip): void {
    this.#kept.set(zip.id, zip)
    setTimeout(() => this.#drop(zip.id), KEPT_MS).unref()
  }

  /** A zip's bytes, for the person who made it; `undefined` when there is none (any more). */
  fetch(id: string, owner: string, controllerId: string, now: Date): { zip: KeptZip; bytes: Readable } | undefined {
    const zip = this.#kept.get(id)
    if (!zip || zip.owner !== owner || zip.controllerId !== controllerId || zip.until < now) return undefined
    const decipher = createDecipheriv(ALGORITHM, zip.key, zip.nonce).setAuthTag(zip.tag)
    const file = createReadStream(this.#pathOf(id))
    file.on('error', (error) => decipher.destroy(error))
    return { zip, bytes: file.pipe(decipher) }
  }

  /** Throws everything away. */
  clear(): void {
    this.#kept.clear()
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
  }

  #drop(id: string): void {
    this.#kept.delete(id)
    if (this.#folder !== undefined) rmSync(this.#pathOf(id), { force: true })
  }

  #pathOf(id: string): string {
    return join(this.#folder!, id)
  }
}

/** A zip that is being written, one file after another; memory holds no more than what has not reached the disk. */
export class ZipInMaking {
  readonly #what: Pick<KeptZip, 'id' | 'owner' | 'controllerId' | 'fileName'>
  readonly #path: string
  readonly #out: WriteStream
  readonly #key = randomBytes(32)
  readonly #nonce = randomBytes(12)
  readonly #cipher = createCipheriv(ALGORITHM, this.#key, this.#nonce)
  readonly #zip: Zip
  #entry: ZipDeflate | undefined
  #failed: Error | undefined

  constructor(what: Pick<KeptZip, 'id' | 'owner' | 'controllerId' | 'fileName'>, path: string) {
    this.#what = what
    this.#path = path
    this.#out = createWriteStream(path, { mode: 0o600 })
    this.#out.on('error', (error) => (this.#failed = error))
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failed = error
      else this.#out.write(this.#cipher.update(chunk))
    })
  }

  /** Begins the next file, after ending the one before. */
  file(name: string, now: Date): void {
    this.#endFile()
    this.#entry = new ZipDeflate(name, { level: 6 })
    this.#entry.mtime = now
    this.#zip.add(this.#entry)
  }

  /** Adds text to the file, and waits while the disk is behind. Throws what writing failed with. */
  async write(text: string): Promise<void> {
    this.#entry!.push(strToU8(text))
    if (this.#failed) throw this.#failed
    if (this.#out.writableNeedDrain) await once(this.#out, 'drain')
  }

  /** Ends the zip and says where it is and how to read it. */
  async end(now: Date): Promise<KeptZip> {
    this.#endFile()
    this.#zip.end()
    this.#out.end(this.#cipher.final())
    await once(this.#out, 'close')
    if (this.#failed) throw this.#failed
    const sealed = { key: this.#key, nonce: this.#nonce, tag: this.#cipher.getAuthTag() }
    return { ...this.#what, ...sealed, bytes: statSync(this.#path).size, until: new Date(now.getTime() + KEPT_MS) }
  }

  /** Gives up: nothing stays. */
  discard(): void {
    this.#zip.terminate()
    this.#out.destroy()
    rmSync(this.#path, { force: true })
  }

  #endFile(): void {
    this.#entry?.push(new Uint8Array(), true)
    this.#entry = undefined
  }
}
