import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { stockholmDate } from '../../src/values/civilDate.ts'

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
  'planEsf.source',
  'recordNeedFigures.source',
  'stepEsf.reference',
  'stepEsf.note',
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
  const send = async (path: string, data: object, method = 'POST'): Promise<{ members: { organisationId: string }[] }> => {
    const answer = await page.request.fetch(root + path, { method, data, headers: { 'x-samlad': '1' } })
    expect([path, answer.status()]).toEqual([path, 200])
    return (await answer.json()) as { members: { organisationId: string }[] }
  }
  const today = stockholmDate(new Date())
  const id = crypto.randomUUID()
  const texts = Object.fromEntries(['name', ...words].map((field) => [field, payload(`beginApplication.${field}`)]))
  const { members } = await send('', {
    ...{ id, ...texts, orientation: 'individual', ageFrom: 18, ageTo: 64, planned: 10, from: '2027-01-01', to: '2027-12-31' },
    ...{
      budget: [{ year: 2027, kind: 'staff', amountOre: 100 }],
      outcome: 'afterStart',
      months: 12,
      esf: true,
      targetGroups: [],
      methods: [],
    },
  })
  const answer = (field: string): string => payload(`answerApplication.${field}`)
  await send(`/${id}/findings`, { item: 'notAuthority', holds: true, evidence: payload('findForApplication.evidence') })
  await send(`/${id}/comments`, { id: crypto.randomUUID(), text: payload('commentApplication.text') })
  // What stands after the mark is what a file’s name may hold.
  const name = payload('attachApplicationDocument.name').replaceAll('/', '')
  await send(`/${id}/documents`, { id: crypto.randomUUID(), name, content: btoa('%PDF-1.7 %%EOF') })
  const terms = { fundPermille: 500, flatRatePermille: null, unitCostOre: null, units: null, claimEvery: 3, lagMonths: 4, version: 0 }
  await send(`/${id}/esf/plan`, { ...terms, source: payload('planEsf.source') }, 'PUT')
  const { organisationId } = members[0]!
  const owns = { organisationId, takesPart: true, owns: true, staff: answer('staff'), cofinancingOre: 0, cofinancingKind: 'none' }
  await send(`/${id}/answers`, { ...owns, decidedBy: answer('decidedBy'), decidedOn: today, evidence: answer('evidence') })
  const taken = { reference: payload('stepEsf.reference'), note: payload('stepEsf.note') }
  await send(`/${id}/esf/steps`, { act: 'appointOwner', dated: today, organisationId, reading: null, amountOre: null, ...taken, seen: 0 })
  const step = { reference: payload('stepApplication.reference'), note: payload('stepApplication.note') }
  await send(`/${id}/steps`, { act: 'submit', dated: today, ...step, meetingOn: today, amountOre: null, seen: 1 })
  const need = `${address}/api/associations/${associationId}/need`
  const { municipalities } = (await (await page.request.get(need)).json()) as { municipalities: { code: string }[] }
  const rows = [{ interventionId: null, municipality: municipalities[0]!.code, women: 1, men: 2, total: 3 }]
  const figures = { id: crypto.randomUUID(), kind: 'sickLeave', dated: today, source: payload('recordNeedFigures.source'), rows }
  const entered = await page.request.post(`${need}/figures`, { data: figures, headers: { 'x-samlad': '1' } })
  expect(entered.status()).toBe(200)
  return id
}
