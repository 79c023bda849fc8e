import { z } from 'zod'

/** Where somebody was when they were asked to sign in: a path of our own and nothing else, so that no link can lead astray. */
export const ReturnAddress = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/)

/** The page to go to after sign-in, from the address of the sign-in page; the first page when none is given, or another site's. */
export function returnAddress(given: unknown): string {
  const parsed = ReturnAddress.safeParse(given)
  return parsed.success && !/^\/logga-in(?:[/?#]|$)/.test(parsed.data) ? parsed.data : '/'
}

/** The address of the sign-in page from which one comes back to a page. */
export function signInFrom(path: string): string {
  return `/logga-in?till=${encodeURIComponent(path)}`
}
