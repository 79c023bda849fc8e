import type { Catalogue } from '../../values/catalogue.ts'

export const handoverMessages = {
  'handover.title': { sv: 'Uppföljningar att lämna över', en: 'Follow-ups to hand over' },
  'handover.intro': {
    sv: 'Insatser där deltagare ska följas upp men ingen deltagaransvarig är utsedd i dag, till exempel för att någon har slutat eller insatsen har upphört. Utse någon, och lämna över kodlistan.',
    en: 'Interventions in which participants are to be followed up while no caseworker is appointed today, for instance because somebody has left or the intervention has ended. Appoint somebody, and hand over the list of codes.',
  },
  'handover.help': {
    sv: 'Vad ingen längre följer upp, och kodlistor att lämna över.',
    en: 'What nobody follows up any longer, and lists of codes to hand over.',
  },
  'handover.due': {
    sv: '{n, plural, one {# insats saknar deltagaransvarig} other {# insatser saknar deltagaransvarig}}',
    en: '{n, plural, one {# intervention has no caseworker} other {# interventions have no caseworker}}',
  },
  'handover.none': {
    sv: 'Alla insatser med uppföljningar att göra har en deltagaransvarig.',
    en: 'Every intervention with follow-ups to make has a caseworker.',
  },
  'handover.intervention': { sv: 'Insats', en: 'Intervention' },
  'handover.ended': { sv: 'avslutad {date}', en: 'ended {date}' },
  'handover.open': { sv: 'Räknas nu', en: 'Count now' },
  'handover.coming': { sv: 'Kommer', en: 'Coming' },
  'handover.nextDue': { sv: 'Första dagen', en: 'First day' },
  'handover.act': { sv: 'Gör', en: 'Act' },
  'handover.appoint': { sv: 'Utse någon', en: 'Appoint somebody' },
  'handover.appointFor': { sv: 'Utse någon i {intervention}', en: 'Appoint somebody to {intervention}' },
  'handover.codes': { sv: 'Kodlista', en: 'List of codes' },
  'handover.codesOf': { sv: 'Kodlista för {intervention}', en: 'List of codes of {intervention}' },
  'handover.codesIntro': {
    sv: 'Deltagarkoder med en uppföljning kvar att göra, {controller}. Vem koden hör till står i ert eget ärendesystem. Lämna listan bara till den som tar över, och förstör den sedan.',
    en: 'Participant codes with a follow-up left to make, {controller}. Whose the code is stands in your own case system. Give the list only to whoever takes over, and destroy it afterwards.',
  },
  'handover.made': { sv: 'Uttagen {at} av {by}. Uttaget står i loggen.', en: 'Taken out {at} by {by}. That stands in the log.' },
  'handover.noCodes': { sv: 'Ingen uppföljning är kvar att göra.', en: 'No follow-up is left to make.' },
  'handover.code': { sv: 'Kod', en: 'Code' },
  'handover.nextOf': { sv: 'Nästa uppföljning', en: 'Next follow-up' },
  'handover.until': { sv: 'Räknas till', en: 'Counts until' },
  'handover.now': { sv: 'räknas nu', en: 'counts now' },
  'handover.print': { sv: 'Skriv ut', en: 'Print' },
} satisfies Catalogue
