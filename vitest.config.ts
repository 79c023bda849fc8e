import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Components are compiled by Vite first; their tests say so by their name. */
const ofComponents = 'src/**/*.vue.test.ts'

/** Why the files run natively and in two processes that live on: docs/decisions/0048-a-check-that-is-quick.md. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // Only to end what hangs: how long a test takes depends on what else the machine does.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [ofComponents],
          globalSetup: 'test/globalSetup.ts',
          setupFiles: 'test/keepPglite.ts',
          isolate: false,
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
      { extends: true, plugins: [vue()], test: { name: 'components', include: [ofComponents], environment: 'happy-dom' } },
    ],
  },
})
