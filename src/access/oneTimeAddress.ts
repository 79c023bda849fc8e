/**
 * The addresses of one-time links. The secret stands after #, which no browser sends: it is in no log of the server or of what stands before it.
 * @param site where Samlad is, or nothing for an address within it
 */
export const setUpAddress = (site: string, secret: string): string => `${site}/kom-igang#${secret}`

/** The address of the link to a local account. */
export const accountAddress = (site: string, secret: string): string => `${site}/konto/nytt#${secret}`
