import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const words = ['need', 'failure', 'targetGroup', 'aim', 'indicators', 'activities', 'equality', 'children', 'accessibility', 'risks', 'comparison', 'adoption', 'dataProtection'] // prettier-ignore

/** The fields of applications whose text is kept and shown. */
export const applicationTexts = [
  ...['name', ...words].map((field) => `beginApplication.${field}`),
  ...['staff', 'decidedBy', 'evidence'].map((field) => `answerApplication.${field}`),
  'findForApplication.evidence',
  'stepApplication.reference',
  'stepApplication.note',
  'commentApplication.text',
  'attachApplicationDocument.name',
]

interface Place {
  address: string
  associationId: string
  /** The text to write into a field. */
  payload(field: string): string
}

/** Writes an application with an answer, a finding, a comment, a document and a step, each with its texts. Gives its id. */
export async function writeApplication(page: Page, { address, associationId, payload }: Place): Promise<string> {
  const root = `${address}/api/associations/${associationId}/applications`
  const send = async (path: string, data: object): Promise<{ members: { organisationId: string }[] }> => {
    const answer = await page.request.fetch(root + path, { method: 'POST', data, headers: { 'x-samlad': '1' } })
    expect([path, answer.status()]).toEqual([path, 200])
    return (await answer.json()) as { members: { organisationId: string }[] }
  }
  const today = new Date().toISOString().slice(0, 10)
  const id = crypto.randomUUID()
  const texts = Object.fromEntries(['name', ...words].map((field) => [field, payload(`beginApplication.${field}`)]))
  const { members } = await send('', {
    ...{ id, ...texts, orientation: 'individual', ageFrom: 18, ageTo: 64, planned: 10, from: '2027-01-01', to: '2027-12-31' },
    ...{ budget: [{ year: 2027, kind: 'staff', amountOre: 100 }], outcome: 'afterStart', months: 12, esf: false },
  })
  const answer = (field: string): string => payload(`answerApplication.${field}`)
  await send(`/${id}/answers`, {
    ...{ organisationId: members[0]!.organisationId, takesPart: true, owns: false, staff: answer('staff'), cofinancingOre: 0 },
    ...{ cofinancingKind: 'none', decidedBy: answer('decidedBy'), decidedOn: today, evidence: answer('evidence') },
  })
  await send(`/${id}/findings`, { item: 'notAuthority', holds: true, evidence: payload('findForApplication.evidence') })
  await send(`/${id}/comments`, { id: crypto.randomUUID(), text: payload('commentApplication.text') })
  // What stands after the mark is what a file’s name may hold.
  const name = payload('attachApplicationDocument.name').replaceAll('/', '')
  await send(`/${id}/documents`, { id: crypto.randomUUID(), name, content: btoa('%PDF-1.7 %%EOF') })
  const step = { reference: payload('stepApplication.reference'), note: payload('stepApplication.note') }
  await send(`/${id}/steps`, { act: 'submit', dated: today, ...step, meetingOn: today, amountOre: null, seen: 1 })
  return id
}
