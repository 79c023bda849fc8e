import type { Page } from 'playwright-core'
import { notAnEffect } from '../../src/effects/claimWords.ts'

/** All that a page says, also what is folded away and what is read aloud. */
export const everyWord = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label], [title]')].map(
      (one) => `${one.getAttribute('aria-label')} ${one.getAttribute('title')}`,
    )
    return [document.title, document.body.textContent, ...said].join('\n')
  })
/** Where a page has the word for what an intervention did, but for where it says that something is none. */
export async function saysEffect(page: Page): Promise<string[]> {
  const rest = notAnEffect.reduce((text, allowed) => text.replaceAll(allowed, ''), await everyWord(page))
  return rest.match(/.{0,40}effe[ck]t.{0,40}/gi) ?? []
}
