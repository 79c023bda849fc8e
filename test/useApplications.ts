import * as applications from '../src/applications/contract.ts'
import type { StepFields } from '../src/applications/domain.ts'
import * as esf from '../src/applications/esf/contract.ts'
import type { EsfStepFields } from '../src/applications/esf/domain.ts'
import { recordNeedFigures } from '../src/applications/need/contract.ts'
import { emptyContent } from '../src/applications/emptyContent.ts'
import { stableId } from '../src/associations/register.ts'
import * as members from '../src/governance/members/contract.ts'
import { call } from '../src/platform/call.ts'
import { world } from './api.ts'
import type { ImportBench } from './participations.ts'
import { useDigest } from './useDigest.ts'

const [associationId] = world.associations
const text = 'Det som behövs står här.'
/** An application with everything that it takes to be submitted. */
export const wholeApplication = {
  ...{ ...emptyContent, name: 'Steget tillsammans', need: text, failure: text, targetGroup: text, aim: text, indicators: text },
  ...{ activities: text, equality: text, children: text, accessibility: text, risks: text, comparison: text, adoption: text },
  ...{ dataProtection: text, ageFrom: 18, ageTo: 64, planned: 40, from: '2026-02-01', to: '2027-12-31' },
  budget: [{ year: 2026, kind: 'staff' as const, amountOre: 900_000_00 }],
}

/** An answer of a member, a finding of the office, a comment and a step, each as it should be. */
export const answered = (organisationId: string, owns = false) => ({
  ...{ organisationId, takesPart: true, owns, staff: '', cofinancingOre: 0, cofinancingKind: 'none' as const },
  ...{ decidedBy: 'Chefen', decidedOn: '2026-01-05', evidence: 'Protokoll § 3' },
})
export const found = { item: 'notAuthority' as const, holds: true, evidence: 'Så är det, enligt överenskommelsen.' }
export const stepped = (act: StepFields['act'], seen: number): StepFields => ({
  ...{ act, dated: '2026-01-10', reference: '§ 12', note: 'Skäl', seen },
  ...{ meetingOn: act === 'submit' ? '2026-01-20' : null, amountOre: act === 'grant' ? 700_000_00 : null },
})

/** Terms of a call, and a step to it. */
export const planned = {
  ...{ fundPermille: 500, flatRatePermille: null, unitCostOre: null, units: null, claimEvery: 3, lagMonths: 4 },
  ...{ source: 'Påhittad utlysning', version: 0 },
}
export const esfStepped = (organisationId: string): EsfStepFields => ({
  ...{ act: 'appointOwner', dated: '2026-01-10', organisationId, reading: null, amountOre: null, reference: '§ 1', note: '', seen: 0 },
})

/** Takes an application from a draft to an intervention, and asks for e-mail of what waits, as the office of the first association of `world`. */
export async function useApplications(bench: ImportBench): Promise<void> {
  await useDigest(bench)
  const waits = { interventionId: world.interventions[0], municipality: null, women: 1, men: 2, total: 3 }
  const counted = { id: stableId('figures of the walk'), kind: 'waiting' as const, dated: '2026-01-10', source: 'Kansliet', rows: [waits] }
  await call(recordNeedFigures, { params: { associationId }, body: counted })
  const id = stableId('application of the walk')
  await call(applications.beginApplication, { params: { associationId }, body: { ...wholeApplication, id } })
  const one = { params: { associationId, applicationId: id } }
  await call(applications.changeApplication, { ...one, body: { ...wholeApplication, planned: 50, esf: true, version: 1 } })
  await call(applications.commentApplication, { ...one, body: { id: stableId('comment of the walk'), text: 'Vem äger den?' } })
  const file = { id: stableId('paper of the walk'), name: 'Underlag.pdf', content: Buffer.from('%PDF-1.7 %%EOF').toString('base64') }
  await call(applications.attachApplicationDocument, { ...one, body: file })
  const attached = { params: { ...one.params, documentId: file.id } }
  await call(applications.detachApplicationDocument, { ...attached, body: { reason: 'Fel fil' } })
  const { members } = await call(applications.getApplication, one)
  for (const [at, { organisationId }] of members.entries())
    await call(applications.answerApplication, { ...one, body: answered(organisationId, at === 0) })
  for (const item of ['notAuthority', 'notOrdinary', 'fewParties'] as const)
    await call(applications.findForApplication, { ...one, body: { ...found, item } })
  await call(esf.planEsf, { ...one, body: planned })
  await call(esf.stepEsf, { ...one, body: esfStepped(members[0]!.organisationId) })
  await useMembers(bench)
  const acts = ['submit', 'recommendGrant', 'grant', 'agree', 'start'] as const
  for (const [at, act] of acts.entries()) await call(applications.stepApplication, { ...one, body: stepped(act, at + 1) })
}

/** Begins, changes and answers as a member; the application of the walk is not submitted yet, so its own draft is answered. */
async function useMembers(bench: ImportBench): Promise<void> {
  const [controllerId] = world.controllers
  const place = { controllerId, associationId }
  const id = stableId('draft of a member’s walk')
  bench.as('membereditor.1')
  await call(members.beginAsMember, { params: place, body: { ...wholeApplication, id } })
  const one = { params: { ...place, applicationId: id } }
  await call(members.changeAsMember, { ...one, body: { ...wholeApplication, planned: 50, version: 1 } })
  const { organisationId: _, ...own } = answered(controllerId)
  await call(members.answerAsMember, { ...one, body: own })
  bench.as('associationadmin.1')
}
