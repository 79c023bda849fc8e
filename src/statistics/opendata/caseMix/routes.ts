import { notFound } from '../../../platform/errors.ts'
import { serveAfter, type Server } from '../../../platform/serve.ts'
import type { OpenTables } from '../openTables.ts'
import { getPublishedCaseMix } from './contract.ts'
import { publishedCaseMix } from './publishedCaseMix.ts'

/** Mounts the case mix of published places. */
export function caseMixRoutes(server: Server, tables: OpenTables): void {
  serveAfter(
    server,
    getPublishedCaseMix,
    async () => tables.cubes(),
    async ({ prepared: cubes, params, query: { year, places }, locale, t }) => {
      const cube = cubes.find(({ id }) => id === params.id)
      if (!cube) throw notFound()
      const { population, demo, isWholeYears } = cube
      const question = { population, year, places: places.split(',') }
      return { demo, population, year, caseMix: isWholeYears ? publishedCaseMix(cubes, question, { locale, t }) : null }
    },
  )
}
