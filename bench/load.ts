import { parseArgs } from 'node:util'
import { measureLoad } from './load/measure.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } })
await measureLoad(values)
