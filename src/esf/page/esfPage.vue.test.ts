import { afterEach, expect, test } from 'vitest'
import { answered, openPage, type LivePage } from '../../../test/livePage.ts'
import { useTransport } from '../../platform/call.ts'
import { useSession } from '../../ui/session.ts'
import EsfPage from './EsfPage.vue'

const [first, second, shared] = [1, 2, 3].map((n) => `50000000-0000-4000-8000-00000000000${n}`) as [string, string, string]
const place = { newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: false, node: 'all' as const }
const stewardOf = (controllerId: string, controllerName: string) => ({
  ...{
    role: 'controllerAdmin' as const,
    associationId: null,
    controllerId,
    interventionId: null,
    associationName: null,
    associationSlug: null,
    controllerName,
  },
})
const monthsOf = (name: string, anonymous: { year: number; n: number }[] = []) => ({
  ...{ intervention: { id: shared, name: 'Steget' }, controller: { name, fictive: false }, months: [], identities: false, anonymous },
})
let page: LivePage
afterEach(() => page.close())

test('an intervention of two controllers has the files of the one that is chosen, for each of them', async () => {
  const assignments = [stewardOf(first, 'Kommunen'), stewardOf(second, 'Regionen')]
  useSession().set({ user: { id: 'p', name: 'Petra', assignments }, ...place })
  const asked: string[] = []
  useTransport(async (path) => {
    asked.push(path)
    if (path.endsWith('/esf-files')) return answered([{ id: shared, name: 'Steget', participations: 3 }])
    return answered(monthsOf(path.includes(first) ? 'Kommunen' : 'Regionen'))
  })
  page = await openPage(EsfPage)
  expect(page.text).toContain('Kommunen: Steget')
  await page.type('stewardship', second)
  expect(page.text).toContain('Regionen: Steget')
  expect(page.text).not.toContain('Kommunen: Steget')
  await page.type('stewardship', first)
  expect(page.text).toContain('Kommunen: Steget')
  expect(asked.filter((path) => path.endsWith(shared))).toHaveLength(3)
})

test('who was counted without a name is told by year, and not summed', async () => {
  useSession().set({ user: { id: 'p', name: 'Petra', assignments: [stewardOf(first, 'Kommunen')] }, ...place })
  const counted = [2025, 2026].map((year) => ({ year, n: 1 }))
  useTransport(async (path) =>
    answered(path.endsWith('/esf-files') ? [{ id: shared, name: 'Steget', participations: 3 }] : monthsOf('Kommunen', counted)),
  )
  page = await openPage(EsfPage)
  expect(page.text).toContain('Deltaganden räknade utan namn: 1 (2025), 1 (2026).')
})
