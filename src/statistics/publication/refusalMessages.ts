import type { Catalogue } from '../../values/catalogue.ts'

/** What is told of a publication, or of a step with it, that is refused. */
export const publicationRefusals = {
  'publication.faults': {
    sv: '{n, plural, one {En uppgift behöver} other {# uppgifter behöver}} ändras.',
    en: '{n, plural, one {One thing needs} other {# things need}} changing.',
  },
  'publication.titleMissing': { sv: 'Skriv en rubrik med minst tre tecken.', en: 'Write a title of at least three characters.' },
  'publication.afterOnly': {
    sv: 'Vad som hände efter avslutet är känt bara för dem som avslutade.',
    en: 'What happened after exit is known only of those who left.',
  },
  'publication.wholeYears': {
    sv: 'Deltaganden under året räknas för hela år: välj till och med december.',
    en: 'Participations in the year count whole years: choose to December.',
  },
  'publication.notEnded': {
    sv: 'Perioden är inte slut än. Välj en som slutar senast med förra månaden.',
    en: 'The period has not ended yet. Choose one that ends with last month at the latest.',
  },
  'publication.byTwice': { sv: 'Samma nedbrytning är vald två gånger.', en: 'The same breakdown is chosen twice.' },
  'publication.oneMulti': {
    sv: 'En person kan ha flera koder i både försörjning och målgrupper: välj en av dem per tabell.',
    en: 'A person may have several codes of support and of target groups: choose one per table.',
  },
  'publication.tableTwice': { sv: 'Tabellen finns redan.', en: 'The table is there already.' },
  'publication.kin': {
    sv: 'All och huvudsaklig försörjning bygger på samma svar: välj en av dem i samma publicering.',
    en: 'All and main support are made of the same answers: choose one of them in a publication.',
  },
  'publication.kinOut': {
    sv: 'All och huvudsaklig försörjning bygger på samma svar, och ”{title}” är redan ute med den andra av dem för samma år. Välj samma som där.',
    en: 'All and main support are made of the same answers, and “{title}” is out with the other of them for the same year. Choose the same as there.',
  },
  'publication.threshold': { sv: 'Här visas aldrig antal under {least}.', en: 'Counts below {least} are never shown here.' },
  'publication.noteMissing': { sv: 'Skriv varför.', en: 'Write why.' },
  'publication.changedByOther': {
    sv: 'Någon annan har ändrat publiceringen medan du hade den öppen. Läs om den.',
    en: 'Somebody else changed the publication meanwhile. Reload it.',
  },
  'publication.notProtected': { sv: 'Tabellerna är inte skyddade än.', en: 'The tables are not protected yet.' },
  'publication.changedAfter': {
    sv: 'Tabellerna har ändrats sedan de skyddades. Skydda igen.',
    en: 'The tables have changed since they were protected. Protect again.',
  },
  'publication.releasedSince': {
    sv: 'Något annat har getts ut sedan tabellerna skyddades. De måste skyddas igen, tillsammans med det.',
    en: 'Something else has come out since. The tables must be protected again, together with it.',
  },
  'publication.exactNeeded': {
    sv: 'Kör det exakta skyddet innan tabellerna föreslås.',
    en: 'Run the exact protection before proposing the tables.',
  },
  'publication.obstacles': {
    sv: 'Några antal kan inte skyddas. Ändra tabellerna så att de kan det.',
    en: 'Some counts cannot be protected. Change the tables so that they can.',
  },
  'publication.ownApproval': {
    sv: 'Den som har gjort eller föreslagit en publicering kan inte själv godkänna den.',
    en: 'Whoever made or proposed a publication cannot approve it.',
  },
  'publication.correctedAlready': {
    sv: 'Utgåvan är redan rättad. Rätta den rättelse som gäller i stället.',
    en: 'This release has been corrected already. Correct the correction that holds instead.',
  },
  'publication.is.draft': { sv: 'Publiceringen är ett utkast.', en: 'The publication is a draft.' },
  'publication.is.proposed': {
    sv: 'Publiceringen är föreslagen. Dra tillbaka den, eller be godkännaren skicka tillbaka den, för att ändra.',
    en: 'The publication is proposed. Withdraw it, or have it sent back, to change it.',
  },
  'publication.is.released': { sv: 'Publiceringen är utgiven och ändras inte.', en: 'The publication is out and does not change.' },
} satisfies Catalogue
