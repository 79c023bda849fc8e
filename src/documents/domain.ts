import { z } from 'zod'
import { freeText } from '../values/freeText.ts'
import { mostBytes } from './kind.ts'

/** A file as a form sends it; `id` is made by the form, so that what is sent twice is one. */
export const DocumentUpload = z.object({
  id: z.uuid(),
  name: freeText(200)
    .min(1, 'documents.nameNeeded')
    .refine((name) => !/[\p{C}/\\]/u.test(name), { message: 'documents.badName' }),
  /** The bytes as base64 (RFC 4648). */
  content: z.base64('documents.damaged').max(Math.ceil(mostBytes / 3) * 4, 'documents.tooLarge'),
})
export type DocumentUpload = z.infer<typeof DocumentUpload>

/** The largest body that carries a document: base64 takes a third more than the bytes. */
export const uploadLimit = Math.ceil(mostBytes / 3) * 4 + 4096

/** Why a document is taken away. */
export const DetachReason = z.object({ reason: freeText(300).min(3, 'documents.reasonNeeded') })

/** A document that is kept, without its content. */
export const KeptDocument = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type KeptDocument = z.infer<typeof KeptDocument>
