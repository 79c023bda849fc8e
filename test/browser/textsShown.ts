import { applicationTexts } from './writeApplications.ts'
import { modelTexts, moneyTexts } from './writeContributions.ts'
import { fidelityTexts } from './writeFidelity.ts'

/** Fields of a decision to register. */
export const registrationTexts = ['legalBasis', 'specialBasis', 'registerLaw', 'dpiaReference', 'processorAgreement', 'decisionReference']
/** Fields whose text is kept and shown. */
export const stored = [
  'changeIntervention.name',
  'changeIntervention.description',
  'changeIntervention.fidelityInstrument',
  'changeIntervention.units',
  'changeIntervention.fewPartiesReason',
  'recordHistoricFigures.rows[].interventionName',
  'recordHistoricFigures.rows[].source',
  'recordEvent.name',
  ...moneyTexts,
  ...applicationTexts,
  ...modelTexts,
  ...fidelityTexts,
  'publishConsentTexts.texts[].body',
  'setRetention.decision',
  'appoint.person.name',
  'appoint.person.claimValue',
  'grantRole.person.name',
  'grantRole.person.claimValue',
  'startImport.fileName',
  'createPublication.definition.title.sv',
  'createPublication.note',
  'approvePeriod.note',
  'reopenPeriod.note',
  'saveTable.name',
  ...registrationTexts.map((field) => `openRegistration.${field}`),
]
/** The same field of another endpoint, or one that is never shown: each with its reason. */
const others: Record<string, string> = {
  'createIntervention.*': 'the fields of changeIntervention',
  'changeEvent.name': 'the field of recordEvent',
  'answerReopening.note': 'stands where that of closeYear does',
  'attestDrawdown.note': 'stands where that of stepDrawdown does',
  'attachContributionDocument.content': 'bytes; refused unless they are a document, and given out as a file alone',
  'detachContributionDocument.reason': 'kept with the row, shown on no page',
  'changeAllocationModel.*': 'the fields of saveAllocationModel',
  'changeContribution.*': 'the fields of recordContribution',
  'agreeContributions.reference': 'stands where that of recordContribution does',
  'changeAdoption.*': 'the fields of recordAdoption, and its reason stands where theirs do',
  'changeApplication.*': 'the fields of beginApplication',
  'beginAsMember.*': 'the same',
  'stepApplication.name': 'the name of changeIntervention',
  'recordNeedFigures.rows[].municipality': 'refused unless it is one of the association’s',
  'changeAsMember.*': 'the same',
  'answerAsMember.*': 'the fields of answerApplication',
  'sendDrawdown.reference': 'the field of recordDrawdown',
  'attachApplicationDocument.content': 'bytes; refused unless they are a document, and given out as a file alone',
  'detachApplicationDocument.reason': 'kept with the row, shown on no page',
  'changeCommission.*': 'the fields of recordCommission',
  'changeIntervention.methods[]': 'refused unless it is in the catalogue',
  'beginApplication.methods[]': 'the same',
  'commitImport.mapping{}': 'refused unless it is a field',
  'addImportRows.anonymous[].intervention': 'an id, refused otherwise',
  'placeMunicipality.source': 'kept with the correction, shown on no page',
  'close*.decisionReference': 'shown as that of openRegistration',
  'openIdentityTier.*': 'shown as those of openRegistration; refused on the embedded database',
  '*Identity.*': 'refused unless it is a personal number',
  'askO*.*': 'a question of open data: nothing of it is kept, and what is wrong with it is told as JSON',
  'createPublication.definition.title.en': 'stands where the Swedish one does',
  'changePublication.*': 'the fields of createPublication',
  'createPublication.definition.tables[].merged[].codes[]':
    'shown by its label alone, which a made-up code has none of; refused when it is protected',
  'explainFigure.address': 'a question, never kept',
  'decidePublication.note': 'stands where that of createPublication does',
  'changeSavedTable.name': 'the field of saveTable',
  'setUp.name': 'a person’s name, as appoint.person.name',
  'wishDigest.address': 'an e-mail address, refused otherwise; shown to its person alone',
  '*.token': 'a secret, never shown',
  '*.password': 'never kept',
  'arriveFromProvider.answer': 'never kept',
  'signIn*.userId': 'never kept',
  '*.code': 'a code, refused otherwise',
  '*.samePersonAs': 'a code, refused otherwise',
  '*Log*.userId': 'a question, never kept',
}
const days =
  /\.(from|to|heldOn|assessedOn|dated|startDate|entryDate|givenOn|date|decisionDate|lastDay|costsFrom|costsTo|reportsDue\[\]|decidedOn|due|deliveredOn|checkedOn)$/
/** Whether a field of text is the same as one that is written into, is never shown, or is a day. */
export const isOther = (field: string): boolean =>
  days.test(field) ||
  Object.keys(others).some((pattern) => new RegExp(`^${pattern.replace(/[.[\]{}]/g, '\\$&').replaceAll('*', '.*')}$`).test(field))
