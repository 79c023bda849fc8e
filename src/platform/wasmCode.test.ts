// On the embedded database alone
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What Node prints of reclaimed WebAssembly code while an embedded database is asked twenty times, and code is reclaimed as often as it may be. */
function reclaimed(flag = ''): string {
  const script = `import('./src/platform/pglite.ts').then(async ({ PgliteThread }) => {
    if ('${flag}') require('node:v8').setFlagsFromString('${flag}')
    const thread = new PgliteThread('memory://')
    for (let i = 0; i < 20; i++) await thread.ask('query', 'select 1')
    await thread.close()
  })`
  const flags = ['--trace-wasm-code-gc', '--stress-wasm-code-gc']
  return execFileSync(process.execPath, [...flags, '--eval', script], { encoding: 'utf8' })
}

test('WebAssembly code is not reclaimed where the embedded database runs: in Node 24 that may end the process', () => {
  expect(reclaimed()).not.toContain('[wasm-gc]')
  expect(reclaimed('--wasm-code-gc')).toContain('[wasm-gc]')
})
