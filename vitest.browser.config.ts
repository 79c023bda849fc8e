import { defineConfig } from 'vitest/config'

/** The browser tests: a real server of its own for each file (on a copy of one made demo), a real Chromium. */
export default defineConfig({
  test: {
    include: ['test/browser/*.test.ts'],
    globalSetup: ['test/globalSetup.ts', 'test/browser/preparedDemo.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    bail: 1,
  },
})
