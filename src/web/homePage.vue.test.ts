import { afterEach, describe, expect, test } from 'vitest'
import { openPage, type LivePage } from '../../test/livePage.ts'
import type { Role } from '../platform/role.ts'
import { useSession } from '../ui/session.ts'
import HomePage from './HomePage.vue'

let page: LivePage
afterEach(() => page.close())

const place = { newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: false, node: 'all' as const }
const at = (role: Role, slug: string | null) => ({
  ...{ role, associationId: slug, associationName: slug && `Förbundet ${slug}`, associationSlug: slug },
  ...{ controllerId: null, controllerName: null, interventionId: null },
})

/** The ways that the front page offers besides those for everybody, and what it calls them. */
async function ownWays(...assignments: ReturnType<typeof at>[]): Promise<string[]> {
  useSession().set({ user: { id: 'p', name: 'Petra', assignments }, ...place })
  page = await openPage(HomePage, {})
  const ways = page.all('a[href^="/forbund/"]').map((one) => `${one.getAttribute('href')} ${one.querySelector('strong')!.textContent}`)
  return [...page.all('h2').map((one) => one.textContent!), ...ways]
}

describe('the front page', () => {
  test.each(['associationAdmin', 'preparationMember', 'boardMember', 'auditor', 'attester'] as const)(
    'leads %s to what waits in the association, once',
    async (role) =>
      expect(await ownWays(at(role, 'norr'), at('boardMember', 'norr'))).toEqual([
        'Ditt förbund',
        'Prova först',
        '/forbund/norr/att-gora Förbundet norr',
      ]),
  )
  test('leads to each of several associations', async () =>
    expect(await ownWays(at('boardMember', 'norr'), at('auditor', 'soder'))).toEqual([
      ...['Dina förbund', 'Prova först'],
      ...['/forbund/norr/att-gora Förbundet norr', '/forbund/soder/att-gora Förbundet soder'],
    ]))
  test('says nothing of associations to who works for none', async () =>
    expect(await ownWays(at('publisher', null))).toEqual(['Prova först']))
})
