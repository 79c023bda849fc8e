import { afterEach, expect, test } from 'vitest'
import { answerWith, associationId, signIn } from '../../../../test/associationPage.ts'
import { answered, openPage, type LivePage } from '../../../../test/livePage.ts'
import { applicationId, memberId, shownApplication } from '../../../../test/shownApplication.ts'
import MemberApplicationPage from './MemberApplicationPage.vue'

let page: LivePage
afterEach(() => page.close())

test('what a member has typed in its draft stays when it answers, and the answer that is typed stays when the draft is saved', async () => {
  const need = 'Ett behov som har tagit en timme att skriva.'
  const mine = (given: object = {}) => answered({ ...shownApplication(given), mine: true })
  signIn('memberEditor', { controllerId: memberId })
  answerWith({
    ...{ 'GET /methods': () => answered([]), ['GET /' + applicationId]: () => mine(), 'POST /answers': () => mine() },
    ['PUT /' + applicationId]: () => mine({ version: 2, content: { ...shownApplication().content, need: `${need} Nu sparat.` } }),
  })
  page = await openPage(MemberApplicationPage, { controllerId: memberId, associationId, id: applicationId })
  await page.type('content-need', need)
  for (const id of ['answer-who', 'answer-evidence']) await page.type(id, 'Chefen')
  await page.send('answer-who')
  expect(page.text).toContain('Svaret är sparat.')
  expect([page.field('content-need').value, page.field('answer-who').value]).toEqual([need, ''])
  await page.type('answer-who', 'Chefen')
  await page.send('content-need')
  expect(page.text).toContain('Ansökan är sparad.')
  expect([page.field('content-need').value, page.field('answer-who').value]).toEqual([`${need} Nu sparat.`, 'Chefen'])
})
