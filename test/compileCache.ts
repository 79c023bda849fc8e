import { resolve } from 'node:path'

/** Environment of processes that tests start: what Node compiled is kept where `bin/samlad` keeps it, since a hundred of them load the same code. */
export const compiledBefore = { NODE_COMPILE_CACHE: resolve('node_modules/.cache/samlad') }
