import type { Catalogue } from '../../values/catalogue.ts'

/** Texts about what waits. */
export const noticeMessages: Catalogue = {
  'notices.title': { sv: 'Att göra', en: 'To do' },
  'notices.lead': {
    sv: 'Det som väntar på någon i förbundet, det som är försenat först. Listan görs om varje gång: det som är gjort försvinner.',
    en: 'What waits for somebody in the association, what is late first. The list is made anew each time: what has been done is gone.',
  },
  'notices.forWhom': {
    sv: 'Den här sidan visas för förbundets kansli, beredningsgrupp, styrelse, attestanter och revisor.',
    en: 'This page is shown to the office, the preparation group, the board, the attesters and the auditor of the association.',
  },
  'notices.none': { sv: 'Inget väntar.', en: 'Nothing waits.' },
  'notices.what': { sv: 'Vad', en: 'What' },
  'notices.subject': { sv: 'Gäller', en: 'About' },
  'notices.day': { sv: 'Sedan, eller senast', en: 'Since, or due' },
  'notices.state': { sv: 'Läge', en: 'State' },
  'notices.late': { sv: 'försenat', en: 'late' },
  'notices.waits': { sv: 'väntar', en: 'waits' },
  'notices.kind.applicationUnanswered': {
    sv: '{n, plural, one {# medlem har} other {# medlemmar har}} inte svarat på ansökan',
    en: '{n, plural, one {# member has} other {# members have}} not answered the application',
  },
  'notices.kind.applicationMeeting': {
    sv: 'Beredningsgruppens möte har varit; ange vad den föreslog',
    en: 'The meeting of the preparation group has been; enter what it recommended',
  },
  'notices.kind.applicationBoard': {
    sv: 'Ansökan är beredd; styrelsen kan besluta',
    en: 'The application is prepared; the board may decide',
  },
  'notices.kind.applicationAgreement': { sv: 'Avtal ska tecknas med ägaren', en: 'An agreement is to be signed with the owner' },
  'notices.kind.applicationStart': { sv: 'Insatsen kan startas', en: 'The intervention can be started' },
  'notices.kind.memberUnanswered': { sv: 'Ansökan som ni inte har svarat på', en: 'Application that you have not answered' },
  'notices.kind.grantReport': { sv: 'Rapport om beviljade medel', en: 'Report on money granted' },
  'notices.kind.drawdownWaits': {
    sv: '{n, plural, one {# rekvisition väntar} other {# rekvisitioner väntar}} på kontroll, attest eller betalning',
    en: '{n, plural, one {# drawdown waits} other {# drawdowns wait}} to be checked, attested or paid',
  },
  'notices.kind.commissionReport': { sv: 'Redovisning av ett riktat uppdrag', en: 'Report on a commission' },
  'notices.kind.adoptionCheck': {
    sv: 'Kontroll av om det som togs över finns kvar',
    en: 'Check of whether what was taken over still runs',
  },
  'notices.kind.adoptionDecision': {
    sv: 'Insatsen är slut; besluta vad som blir av den',
    en: 'The intervention is over; decide what becomes of it',
  },
  'notices.kind.yearReopening': {
    sv: 'Någon har begärt att öppna ett stängt år; en annan ska svara',
    en: 'Somebody has asked to open a closed year; another is to answer',
  },
}
