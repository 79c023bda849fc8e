/** Makes spreadsheet programs read å, ä and ö right; stands first in a file. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A text that no spreadsheet program takes for a formula (OWASP, CSV injection). */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** A line of a file as Swedish spreadsheet programs read it: semicolons between cells, quotes where they are needed. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\r\n`

const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
