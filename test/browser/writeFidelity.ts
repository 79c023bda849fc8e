import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Fields of fidelity whose text is kept and shown. */
export const fidelityTexts = [
  'addFidelityInstrument.name',
  'addFidelityInstrument.source',
  'addFidelityInstrument.scale.bands[].code',
  'addFidelityInstrument.texts[].label',
  'addFidelityInstrument.texts[].anchors[]',
  'beginFidelityRound.team',
  'withdrawFidelityRound.reason',
  'registerOutcome.reason',
]

interface At {
  address: string
  associationId: string
  interventionId: string
  payload: (field: string) => string
}

/** Brings in an instrument, assesses a team by it, says of another assessment that it does not count, and changes what the intervention is to be judged by, as the office. */
export async function writeFidelity(page: Page, { address, associationId, interventionId, payload }: At): Promise<void> {
  const send = async (path: string, data: unknown): Promise<void> => {
    const answer = await page.request.fetch(address + path, { method: 'POST', data, headers: { 'x-samlad': '1' } })
    expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([path, 200, ''])
  }
  const [instrument, round, wrong] = [1, 2, 3].map((at) => `5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c${at}d`)
  const field = (name: string): string => payload(`addFidelityInstrument.${name}`)
  const bands = [{ code: field('scale.bands[].code'), from: 1 }]
  const scale = { items: 1, low: 1, high: 2, mostMissing: 0, bands }
  const texts = [{ label: field('texts[].label'), anchors: [field('texts[].anchors[]'), 'ofta'] }]
  const brought = { id: instrument, name: field('name'), source: field('source'), sameScaleAs: null, scale, texts }
  await send(`/api/associations/${associationId}/fidelity-instruments`, brought)
  const root = `/api/interventions/${interventionId}/fidelity`
  const begun = { instrument, kind: 'self', assessedOn: '2024-03-02', assessors: 1, points: [2] }
  await send(root, { ...begun, id: round, team: payload('beginFidelityRound.team') })
  await send(root, { ...begun, id: wrong, team: 'Fel' })
  const registered = `/api/interventions/${interventionId}/registered-outcome`
  await send(registered, { outcome: 'afterStart', months: 6, reason: '', seen: 0 })
  await send(registered, { outcome: 'afterExit', months: 6, reason: payload('registerOutcome.reason'), seen: 1 })
  await send(`${root}/${wrong}/withdrawal`, { reason: payload('withdrawFidelityRound.reason') })
}
