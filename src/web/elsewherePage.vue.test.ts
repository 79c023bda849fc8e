import { expect, test } from 'vitest'
import { openPage } from '../../test/livePage.ts'
import ElsewherePage from './ElsewherePage.vue'

test.each([
  ['sv', 'läses in som filer', 'Publicerad statistik', 'byggd'],
  ['en', 'read in as files', 'Published statistics', 'built'],
] as const)('a node without persons tells that releases are read in there, and leads to them: %s', async (lang, words, link, wrong) => {
  const page = await openPage(ElsewherePage, {}, '/', {}, lang)
  expect(page.text).toContain(words)
  expect(page.text).not.toContain(wrong)
  expect(page.all('a', link).map((one) => one.getAttribute('href'))).toEqual(['/statistik/utgavor'])
  page.close()
})
