import { modestWords } from '../claimWords.ts'

/** Texts of what an intervention is to be judged by, fixed beforehand. */
export const registeredMessages = modestWords({
  'effects.registered.title': { sv: 'Huvudutfall, bestämt på förhand', en: 'Main outcome, fixed beforehand' },
  'effects.registered.help': {
    sv: 'Bestäm vad insatsen ska bedömas efter och när, innan någon deltagare har kommit dit. Då kan ingen välja det tal som råkade bli bäst. En ändring tar aldrig bort det som var bestämt.',
    en: 'Fix what the intervention is to be judged by and when, before any participant has come there. Then nobody can choose the number that happened to be best. A change never takes away what was fixed.',
  },
  'effects.registered.usual': {
    sv: 'Inget är bestämt för insatsen. Då gäller det som är lika för alla: {outcome}.',
    en: 'Nothing has been fixed for the intervention. What is the same for all then holds: {outcome}.',
  },
  'effects.registered.afterStart': { sv: 'I arbete eller studier efter starten', en: 'In work or studies after the start' },
  'effects.registered.afterExit': { sv: 'Kvar i arbete eller studier efter avslutet', en: 'Still in work or studies after the exit' },
  'effects.registered.what': { sv: 'Utfall', en: 'Outcome' },
  'effects.registered.when': { sv: 'När', en: 'When' },
  'effects.registered.months': { sv: '{n} månader', en: '{n} months' },
  'effects.registered.outcome': { sv: '{what}, {n} månader', en: '{what}, {n} months' },
  'effects.registered.reason': { sv: 'Varför ändras det?', en: 'Why is it changed?' },
  'effects.registered.why': { sv: 'Skäl', en: 'Reason' },
  'effects.registered.reasonNeeded': { sv: 'Skriv varför det ändras.', en: 'Write why it is changed.' },
  'effects.registered.save': { sv: 'Bestäm', en: 'Fix' },
  'effects.registered.saved': { sv: 'Huvudutfallet är bestämt.', en: 'The main outcome has been fixed.' },
  'effects.registered.by': { sv: 'Bestämt', en: 'Fixed' },
  'effects.registered.state': { sv: 'Läge', en: 'State' },
  'effects.registered.byWhom': { sv: '{date} av {name}', en: '{date} by {name}' },
  'effects.registered.before': {
    sv: 'Före data: ingen deltagare kunde ha kommit till tidpunkten, eller till en som gällde förut',
    en: 'Before data: no participant could have come to the point, or to one that held before it',
  },
  'effects.registered.after': {
    sv: 'Efter data: någon deltagare kunde redan ha kommit till tidpunkten, eller till en som gällde förut',
    en: 'After data: a participant could have come to the point already, or to one that held before it',
  },
  'effects.registered.changedMeanwhile': {
    sv: 'Någon annan har bestämt något under tiden. Ladda om sidan och se efter.',
    en: 'Somebody else has fixed something meanwhile. Reload the page and look.',
  },
})
