import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}

/** Public pages by their addresses: somebody on a slow line gets their files without a turn more. Their data come in the language of the page, which no header can ask for. */
const pages: readonly { path: RegExp; source: string }[] = [
  { path: /^\/statistik(\/forbund\/[^/]+)?\/?$/, source: 'src/statistics/glance/page/GlancePage.vue' },
]

/**
 * Gives, for the address of a public page, a `Link` header that names the files of that page, so that the browser fetches them while it still reads the first;
 * nothing for other pages, or where the page has been built without its list of files.
 * @param root the folder of the built page
 */
export function pagePreload(root: string): (path: string) => string | undefined {
  const list = join(root, '.vite', 'manifest.json')
  const chunks = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, Chunk>) : {}
  const linksOf = (source: string): string[] => {
    const seen = new Set<Chunk>()
    const walk = (name: string): void => {
      const chunk = chunks[name]
      if (!chunk || seen.has(chunk)) return
      seen.add(chunk)
      for (const one of chunk.imports ?? []) walk(one)
    }
    walk(source)
    const styles = new Set([...seen].flatMap(({ css = [] }) => css))
    return [
      ...[...styles].map((file) => `</${file}>; rel=preload; as=style; crossorigin`),
      ...[...seen].map(({ file }) => `</${file}>; rel=modulepreload`),
    ]
  }
  const links = pages.map(({ path, source }) => ({ path, header: linksOf(source).join(', ') }))
  return (path) => links.find((one) => one.path.test(path))?.header || undefined
}
