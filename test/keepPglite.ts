import { readFileSync } from 'node:fs'

/**
 * Keeps PostgreSQL in WebAssembly compiled for as long as this process lives. V8 finds compiled code again only while somebody holds
 * its module; else each test file compiles its nine megabytes anew, and all its queries run in code that nothing has yet made fast.
 */
const holder = globalThis as { keptPglite?: WebAssembly.Module }
holder.keptPglite ??= new WebAssembly.Module(readFileSync(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))))
