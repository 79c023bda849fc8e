import { z } from 'zod'
import { stockholmDate } from './civilDate.ts'
import { looksLikePersonnummer } from './personnummer.ts'

/**
 * Schema of a text that an organisation writes about its work and that others read: trimmed, at most `most` characters, and refused with
 * `error.personnummer` when it holds what looks like a personnummer.
 */
export const freeText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    // A schema takes no arguments when it runs; the day only decides which century two digits mean.
    .refine((text) => !looksLikePersonnummer(text, stockholmDate(new Date())), { message: 'error.personnummer' })
