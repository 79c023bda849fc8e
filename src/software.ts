import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** This program with its version, as it stands in what is published. */
export const software = `samlad ${version}`
