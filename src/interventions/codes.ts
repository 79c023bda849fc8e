import { Party } from '../associations/domain.ts'
import { codeList } from '../values/codeList.ts'

/** Target groups, the same list for an intervention and for each person (P). */
export const TargetGroup = codeList('targetGroup', [
  ['youth', 'Ungdom 16–29 år', 'Youth 16–29', 'ungdom', 'unga'],
  ['longTermSick', 'Långtidssjukskrivna', 'Long-term sick-listed', 'sjukskrivna', 'långtidssjuka'],
  ['aktivitetsersattning', 'Personer med aktivitetsersättning', 'On activity compensation', 'aktivitetsersättning'],
  ['mentalIllHealth', 'Psykisk ohälsa', 'Mental ill health'],
  ['neuropsychiatric', 'Neuropsykiatrisk funktionsnedsättning', 'Neuropsychiatric disability', 'npf', 'neuropsykiatri'],
  ['longTermAssistance', 'Långvarigt ekonomiskt bistånd', 'Long-term social assistance', 'försörjningsstöd', 'ekonomiskt bistånd'],
  [
    'zeroClassed',
    'Nollklassade (sjukskrivna utan rätt till sjukpenning)',
    'Sick-listed without sickness benefit',
    'nollklassade',
    'nollklassad',
    'nollad',
  ],
  ['foreignBorn', 'Utrikes födda och nyanlända', 'Foreign-born and newly arrived', 'utrikes födda', 'nyanlända'],
  ['substanceUse', 'Skadligt bruk eller beroende', 'Harmful use or dependence', 'missbruk', 'beroende'],
  ['violence', 'Våldsutsatta', 'Exposed to violence', 'våld'],
  ['over50', 'Äldre än 50 år', 'Aged 50 or over', '50+', 'äldre'],
  ['lonely', 'Ofrivilligt ensamma eller socialt isolerade', 'Lonely or socially isolated', 'ensamma', 'isolerade'],
  ['womenSick', 'Kvinnor med långvarig sjukfrånvaro', 'Women with long sickness absence', 'kvinnor långvarig sjukfrånvaro'],
  ['other', 'Annan', 'Other', 'annat', 'övrigt'],
])

export const Orientation = codeList('orientation', [
  ['individual', 'Individinriktad', 'Individual', 'individ'],
  ['structural', 'Strukturövergripande', 'Structural', 'struktur'],
  ['both', 'Både individ och struktur', 'Both'],
])

/** Precise orientation (P); the first seven are individual, the rest structural. */
export const PreciseOrientation = codeList('preciseOrientation', [
  ['preparing', 'Förberedande/motiverande', 'Preparing/motivating'],
  ['mapping', 'Kartläggning', 'Mapping'],
  ['preRehabilitation', 'Förrehabilitering', 'Pre-rehabilitation'],
  ['workOriented', 'Arbetsinriktad', 'Work-oriented'],
  ['studyOriented', 'Studieinriktad', 'Study-oriented'],
  ['supportedWork', 'Arbete med stöd (SE/IPS)', 'Supported work (SE/IPS)'],
  ['followUpSupport', 'Uppföljande stöd', 'Follow-up support'],
  ['collaborationTeam', 'Samverkansteam', 'Collaboration team'],
  ['competence', 'Kompetensutveckling', 'Competence development'],
  ['method', 'Metodutveckling', 'Method development'],
  ['analysis', 'Kartläggning/analys', 'Mapping/analysis'],
  ['coLocation', 'Samlokalisering', 'Co-location'],
  ['conference', 'Konferens', 'Conference'],
])

/** How participants are counted: one row each (identified, with anonymous beside), or head-counts only. */
export const CountingMode = codeList('countingMode', [
  ['identified', 'Deltagare registreras', 'Participants are registered'],
  ['volume', 'Endast antal', 'Numbers only'],
])

export const Stage = codeList('stage', [
  ['idea', 'Idé', 'Idea'],
  ['prepared', 'Beredd', 'Prepared'],
  ['decided', 'Beslutad', 'Decided'],
  ['running', 'Pågår', 'Running'],
  ['evaluated', 'Utvärderad', 'Evaluated'],
  ['adopted', 'I ordinarie verksamhet', 'Adopted'],
  ['ended', 'Avslutad', 'Ended'],
])

/** What money goes to. VAT is no cost: input VAT is compensated (lag 2005:807), so amounts are net of it. */
export const CostType = codeList('costType', [
  ['staff', 'Personal', 'Staff', 'löner', 'personalkostnader'],
  ['premises', 'Lokaler', 'Premises', 'lokal', 'hyra'],
  ['services', 'Köpta tjänster', 'Purchased services', 'konsulter', 'tjänster'],
  ['other', 'Övrigt', 'Other', 'annat', 'övriga kostnader'],
])

/** Who pays for an intervention: the four parties, and the Social Fund where it is an ESF intervention. */
export const Financier = codeList('financier', [
  ...Party.codes.map(({ code, label }) => [code, label.sv, label.en] as const),
  ['esf', 'Europeiska socialfonden (ESF+)', 'European Social Fund (ESF+)'],
])
