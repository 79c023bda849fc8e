/** The least number of characters in a password. */
export const LEAST_PASSWORD = 12

/** What is wrong with a new password, as a key of the catalogue; length matters, kinds of characters do not. */
export function passwordFault(password: string, userId: string): string | undefined {
  if ([...password].length < LEAST_PASSWORD) return 'local.tooShort'
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5 || plain.includes(userId.toLowerCase()) || plain.includes('samlad')) return 'local.tooPlain'
  return undefined
}
