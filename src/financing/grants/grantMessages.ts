import type { Catalogue } from '../../values/catalogue.ts'

export const grantMessages: Catalogue = {
  'grants.badAmount': { sv: 'Skriv beloppet i kronor, till exempel 1 200 000.', en: 'Write the amount in kronor, for example 1 200 000.' },
  'grants.referenceNeeded': { sv: 'Skriv diarienummer eller annan beteckning.', en: 'Write a reference number or other designation.' },
  'grants.interventionNeeded': { sv: 'Välj en insats.', en: 'Choose an intervention.' },
  'grants.endsBefore': { sv: 'Sista dagen är före den första.', en: 'The last day is before the first.' },
  'grants.dayNeeded': { sv: 'Ange den nya sista dagen.', en: 'Enter the new last day.' },
  'grants.dueNeeded': {
    sv: 'Ange minst en dag då insatsen ska redovisa.',
    en: 'Enter at least one day by which the intervention is to report.',
  },
  'grants.onlyWhenAgreed': { sv: 'Dagar för redovisning anges med avtalet.', en: 'Days for reports are entered with the agreement.' },
  'grants.reasonNeeded': { sv: 'Skriv varför den återsänds.', en: 'Write why it is returned.' },
  'grants.arrivedBefore': {
    sv: 'Något annat har redan kommit in från samma formulär. Ladda om sidan.',
    en: 'Something else has arrived from the same form. Reload the page.',
  },
  'grants.changedMeanwhile': {
    sv: 'Någon annan har tagit ett steg. Ladda om sidan.',
    en: 'Somebody else has taken a step. Reload the page.',
  },
  'grants.notNow': {
    sv: 'Steget kan inte tas i det här läget. Ladda om sidan.',
    en: 'The step cannot be taken in this state. Reload the page.',
  },
  'grants.samePerson': {
    sv: 'Du har redan attesterat. Den andra attesten lämnas av någon annan.',
    en: 'You have attested already. The second attest is given by somebody else.',
  },
  'grants.reportLate': {
    sv: 'Insatsen skulle ha redovisat {due}. Inget betalas förrän redovisningen har kommit in.',
    en: 'The intervention was to report by {due}. Nothing is paid before the report has come in.',
  },
  'grants.belowDrawn': {
    sv: '{least, number} kr är redan rekvirerat. Beviljat kan inte bli mindre.',
    en: 'SEK {least, number} have been drawn already. The grant cannot be smaller.',
  },
  'grants.aboveReclaimable': {
    sv: 'Högst {most, number} kr är betalt och inte återkrävt.',
    en: 'At most SEK {most, number} are paid and not reclaimed.',
  },
  'grants.notLater': { sv: 'Den nya sista dagen ska vara efter {to}.', en: 'The new last day is to be after {to}.' },
  'grants.stillOpen': {
    sv: 'En rekvisition är på väg. Betala eller återsänd den först.',
    en: 'A drawdown is on its way. Pay or return it first.',
  },
  'grants.notAgreed': {
    sv: 'Medel rekvireras efter avtalet, och innan allt är avslutat.',
    en: 'Money is drawn after the agreement, and before all is closed.',
  },
  'grants.aboveLeft': {
    sv: 'Av det beviljade är {left, number} kr kvar att rekvirera.',
    en: 'Of the grant SEK {left, number} are left to draw.',
  },
  'grants.outsideDays': { sv: 'Kostnader kan gälla {from}–{to}.', en: 'Costs may be of {from}–{to}.' },
}
