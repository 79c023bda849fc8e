import { afterEach, describe, expect, test } from 'vitest'
import { openPage, type LivePage } from '../../../../test/livePage.ts'
import ContributionsLink from '../../../financing/contributions/page/ContributionsLink.vue'
import type { Role } from '../../../platform/role.ts'
import { useSession } from '../../../ui/session.ts'
import NoticesLink from './NoticesLink.vue'

const associationId = '0f0e0d0c-0b0a-4908-8706-050403020101'
const money = ['Medlemsbidrag', 'Budget och bokföring', 'Medel till insatser', 'Riktade uppdrag', 'Förbundets ekonomi', 'Stänga år']

let page: LivePage
afterEach(() => page.close())

/** The words of the links that a role finds on the page of its association. */
async function linksFor(link: object, role: Role): Promise<string[]> {
  const assignment = {
    role,
    associationId,
    associationName: 'Prov',
    associationSlug: 'prov',
    controllerId: null,
    controllerName: null,
    interventionId: null,
  }
  const place = { newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: false, node: 'all' as const }
  useSession().set({ user: { id: 'p', name: 'Petra', assignments: [assignment] }, ...place })
  page = await openPage(link, { association: { id: associationId, slug: 'prov' } })
  return page.all('a').map((one) => one.textContent!.trim())
}

describe('on the page of its association', () => {
  test.each(['associationAdmin', 'boardMember', 'auditor'] as const)('%s finds every page of money', async (role) => {
    const found = await linksFor(ContributionsLink, role)
    expect([found.length, found.includes('Medel till insatser')]).toEqual([money.length, true])
  })
  test('an attester finds the page where it attests, and no other', async () =>
    expect(await linksFor(ContributionsLink, 'attester')).toEqual(['Medel till insatser']))
  test.each(['preparationMember', 'memberEditor'] as const)('%s finds none', async (role) =>
    expect(await linksFor(ContributionsLink, role)).toEqual([]),
  )
  test.each(['associationAdmin', 'preparationMember', 'boardMember', 'auditor', 'attester'] as const)('%s finds what waits', async (role) =>
    expect(await linksFor(NoticesLink, role)).toEqual(['Att göra']),
  )
})
