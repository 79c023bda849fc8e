import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const entry = /\/src\/web\/main\.ts$/
const publicPage = /\/src\/statistics\/glance\/page\/GlancePage\.vue$/

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[]; importers: readonly string[]; dynamicImporters: readonly string[] } | null
}

/** Whether a module is had by whoever opens a page or the entry: reached from it by imports that are not dynamic. */
function isReachedFrom(wanted: RegExp, id: string, graph: ModuleGraph, seen = new Set<string>()): boolean {
  if (wanted.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (graph.getModuleInfo(id)?.importers ?? []).some((one) => isReachedFrom(wanted, one, graph, seen))
}

// The public page's modules in one file instead of twenty: over a slow line each file costs a turn, and six come at a time.
const publicFile = (id: string, graph: ModuleGraph): string | null =>
  !publicPage.test(id) && isReachedFrom(publicPage, id, graph) && !isReachedFrom(entry, id, graph) ? 'public' : null

export default defineConfig({
  plugins: [vue()],
  build: {
    ...{ outDir: 'dist', manifest: true, target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 2000 },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: publicFile }], includeDependenciesRecursively: false } } },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:7210' } },
})
