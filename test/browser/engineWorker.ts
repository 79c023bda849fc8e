import wasmUrl from 'highs/runtime?url'
import { protectTables } from '../../src/disclosure/suppress/protectTables.ts'
import { modes } from '../../src/disclosure/suppress/requirement.ts'
import { readInstance } from '../../src/disclosure/tables/readInstance.ts'

/** The engine as a page would run it: tables in, pattern out, by whatever the browser calls a worker. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const options = { policy: modes.la, tier: 'exact', cost: 'value', seconds: 30, now: () => performance.now(), wasmUrl } as const
  protectTables(readInstance(data), options).then(
    ({ pattern, cost, status, certificate }) =>
      postMessage({ pattern: [...pattern], cost, status, worlds: certificate?.worlds.length, isWorker: typeof document === 'undefined' }),
    (error: unknown) => postMessage({ failed: String(error) }),
  )
})
