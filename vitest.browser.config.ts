import { defineConfig } from 'vitest/config'

/** The browser tests: a real server, a real Chromium. */
export default defineConfig({
  test: { include: ['test/browser/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false, bail: 1 },
})
