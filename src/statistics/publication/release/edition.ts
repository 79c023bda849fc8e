import { z } from 'zod'

/** Which release a document is: what was decided when it came out, and so stands beside it. */
export const Edition = z.object({
  id: z.uuid(),
  number: z.int32().positive(),
  /** UTC. */
  releasedAt: z.iso.datetime(),
  /** Of the document. */
  sha256: z.string(),
  /** The release that this one corrects; left out of others. */
  replaces: z.uuid().optional(),
})
export type Edition = z.infer<typeof Edition>
