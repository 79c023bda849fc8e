import type { Component } from 'vue'
import { useTransport } from '../src/platform/call.ts'
import type { Role } from '../src/platform/role.ts'
import { useSession } from '../src/ui/session.ts'
import { answered, openPage, type LivePage } from './livePage.ts'

export const associationId = '10000000-0000-4000-8000-000000000001'
const names = { associationName: 'Norr', associationSlug: 'norr', controllerName: null }
const place = { newAccounts: [], demo: false, demoSignIn: false, provider: null, localAccounts: false, node: 'all' as const }
const summary = {
  ...{ id: associationId, slug: 'norr', name: 'Norr', seat: null, regions: [], municipalities: [], population: 1 },
  ...{ confidence: null, fictive: false },
}

/** Signs in somebody with a role, at the association unless it is said where. */
export function signIn(role: Role, at: { controllerId?: string } = {}): void {
  const { controllerId = null } = at
  const assignment = { role, associationId: controllerId ? null : associationId, controllerId, interventionId: null, ...names }
  useSession().set({ user: { id: 'p', name: 'Petra', assignments: [assignment] }, ...place })
}

/** What a server answers a call, by its method and the end of its address. */
export type Answers = Record<string, (body: unknown) => Response>

/** Has calls answered, those of the association itself among them; the first whose method and end of the address fit. Gives what was sent, in order. */
export function answerWith(answers: Answers): { call: string; body: unknown }[] {
  const sent: { call: string; body: unknown }[] = []
  useTransport(async (path, { method = 'GET', body }) => {
    if (path.startsWith('/api/associations?')) return answered(path.endsWith('=fictive') ? [] : [summary])
    if (path.endsWith('/closings')) return answered({ associationName: 'Norr', fictive: false, years: [] })
    const found = Object.keys(answers).find(
      (one) => `${method} ${path}`.startsWith(one.split(' ')[0]!) && path.endsWith(one.split(' ')[1]!),
    )
    if (!found) throw new Error(`${method} ${path} is not asked for here`)
    const given: unknown = body === undefined ? undefined : JSON.parse(String(body))
    sent.push({ call: found, body: given })
    return answers[found]!(given)
  })
  return sent
}

/** Opens a page of the association. */
export const openAt = (page: Component, props: object = {}): Promise<LivePage> =>
  openPage(page, { slug: 'norr', ...props }, '/forbund/norr')
