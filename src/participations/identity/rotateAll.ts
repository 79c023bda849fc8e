import { call } from '../../platform/call.ts'
import { rotateIdentityKey, type Rotation } from './contract.ts'

/**
 * Encrypts all numbers of a controller anew with the current key, part after part. Whatever stops it, what has been rewritten is safe and
 * the next time goes on from there. Throws `CallError` when the server refuses or is out of reach.
 * @returns the receipt; null when there was nothing to rewrite and never has been
 */
export async function rotateAll(
  controllerId: string,
  watch: { onProgress?: (done: number, of: number) => void; signal?: AbortSignal } = {},
): Promise<Rotation | null> {
  let done = 0
  for (;;) {
    const part = await call(rotateIdentityKey, { params: { controllerId }, ...(watch.signal && { signal: watch.signal }) })
    done += part.rewritten
    watch.onProgress?.(done, done + part.left)
    if (part.left === 0) return part.rotation
  }
}
