import type { Catalogue } from '../../values/catalogue.ts'

export const exitPointMessages = {
  'exitPoints.title': { sv: 'Uppföljningar efter avslut', en: 'Follow-ups after exit' },
  'exitPoints.intro': {
    sv: 'Deltagare följs upp 6 och 12 månader efter avslut. Uppföljningen efter 3 och efter 24 månader kan stängas av för en insats. Då frågas den inte efter, och den räknas inte som missad. Det som redan är registrerat finns kvar.',
    en: 'Participants are followed up 6 and 12 months after exit. The follow-up after 3 and after 24 months can be switched off for an intervention. It is then not asked for, and does not count as missed. What is recorded stays.',
  },
  'exitPoints.retention': {
    sv: 'Gallring räknas från den sista planerade uppföljningen. Utan uppföljning efter 24 månader kan deltaganden därför gallras upp till ett år tidigare.',
    en: 'Disposal counts from the last planned follow-up. Without the one after 24 months participations may therefore be disposed of up to a year earlier.',
  },
  'exitPoints.intervention': { sv: 'Insats', en: 'Intervention' },
  'exitPoints.asked': { sv: 'Följ upp', en: 'Follow up' },
  'exitPoints.after': { sv: '{n} månader efter avslut', en: '{n} months after exit' },
  'exitPoints.saved': { sv: 'Sparat för {intervention}.', en: 'Saved for {intervention}.' },
  'exitPoints.offNow': { sv: 'Avstängt nu', en: 'Switched off now' },
  'exitPoints.offOne': { sv: '{intervention}: {points}', en: '{intervention}: {points}' },
  'exitPoints.offNone': { sv: 'Inget är avstängt.', en: 'Nothing is switched off.' },
} satisfies Catalogue
