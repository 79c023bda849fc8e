import type { FastifyRequest } from 'fastify'
import type { Translate } from '../../values/catalogue.ts'
import type { Locale } from '../../values/codeList.ts'
import type { Writing } from '../figure.ts'

/** Whose figures they are, as clients show it. */
export const source = 'Samlad'

/** The language asked for by its code; Swedish for any that there is not. */
export function writingOf(lang: string | undefined, translate: Record<Locale, Translate>): Writing {
  const locale = lang?.toLowerCase() === 'en' ? 'en' : 'sv'
  return { locale, t: translate[locale] }
}

/** The address of an interface as the caller reached it, without a slash at its end. */
export function baseOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>, path: string): string {
  return `${protocol}://${host}${path}`
}
