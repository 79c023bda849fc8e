import type { Catalogue } from '../../values/catalogue.ts'

export const tierMessages = {
  'participations.closed': {
    sv: 'Registreringen av deltaganden stängdes {date}. Inget nytt kan registreras eller läsas in. Er dataansvariga kan öppna den igen under Dataansvar → Registrering av deltaganden.',
    en: 'Registration of participations was closed {date}. Nothing new can be registered or imported. Your data steward can open it again under Stewardship → Registration of participations.',
  },
  'standing.closed': {
    sv: 'Registreringen av deltaganden hos {controller} är stängd sedan {date}.',
    en: 'Registration of participations at {controller} has been closed since {date}.',
  },
  'standing.closedMeans': {
    sv: 'Inget nytt kan registreras eller läsas in. Det som redan finns kan du rätta, avsluta och följa upp.',
    en: 'Nothing new can be registered or imported. What is there already you can correct, end and follow up.',
  },
  'standing.never': {
    sv: 'Registreringen av deltaganden hos {controller} är inte öppnad.',
    en: 'Registration of participations at {controller} has not been opened.',
  },
  'standing.neverMeans': {
    sv: 'Inget kan registreras eller läsas in förrän rättslig grund och beslut är angivna.',
    en: 'Nothing can be registered or imported before a legal basis and a decision have been recorded.',
  },
  'standing.ask': {
    sv: 'Fråga er dataansvariga: {names}. Registreringen öppnas under Dataansvar → Registrering av deltaganden.',
    en: 'Ask your data steward: {names}. Registration is opened under Stewardship → Registration of participations.',
  },
  'standing.askNobody': {
    sv: 'Ingen är dataansvarig hos er. Fråga den som sköter behörigheter i Samlad.',
    en: 'Nobody is data steward with you. Ask whoever keeps the roles in Samlad.',
  },
  'tiers.title': { sv: 'Registrering av deltaganden', en: 'Registration of participations' },
  'tiers.intro': {
    sv: 'Deltaganden med kod är personuppgifter, delvis om hälsa. De får registreras och läsas in först när ni har rättslig grund, beslut, konsekvensbedömning och avtal. Här anger du dem.',
    en: 'Participations with a code are personal data, partly on health. They may be registered and imported only when you have a legal basis, a decision, an impact assessment and an agreement. Enter them here.',
  },
  'tiers.back': { sv: 'Dataansvar', en: 'Stewardship' },
  'tiers.state.never': { sv: 'Inte öppnad', en: 'Not opened' },
  'tiers.state.open': { sv: 'Öppen', en: 'Open' },
  'tiers.state.closed': { sv: 'Stängd', en: 'Closed' },
  'tiers.standing': { sv: 'Det här gäller', en: 'What holds' },
  'tiers.openSince': { sv: 'Öppen sedan {at}.', en: 'Open since {at}.' },
  'tiers.closedSince': {
    sv: 'Stängdes {at}. Uppgifterna från förra beslutet står kvar nedan.',
    en: 'Closed {at}. What the last decision said is kept below.',
  },
  'tiers.before': {
    sv: 'Mall för konsekvensbedömning, registerförteckning och biträdesavtal finns i dokumentet Dataskydd. Beteckningarna syns i registerutdrag och hos den som granskar.',
    en: 'Templates for impact assessment, record of processing and processor agreement are in the document Dataskydd. The references are shown in extracts and to auditors.',
  },
  'tiers.open': { sv: 'Öppna registrering', en: 'Open registration' },
  'tiers.doOpen': { sv: 'Öppna registrering', en: 'Open registration' },
  'tiers.change': { sv: 'Ändra uppgifterna', en: 'Change what is recorded' },
  'tiers.doChange': { sv: 'Spara', en: 'Save' },
  'tiers.close': { sv: 'Stäng registrering', en: 'Close registration' },
  'tiers.doClose': { sv: 'Stäng registrering', en: 'Close registration' },
  'tiers.texts': {
    sv: 'Nästa steg: texter till deltagarna. Utkast på sex språk finns att anpassa och publicera.',
    en: 'Next: texts for the participants. Drafts in six languages are there to adapt and publish.',
  },
  'tiers.openedNow': {
    sv: 'Registreringen är öppen. Deltagaransvariga kan registrera och läsa in.',
    en: 'Registration is open. Caseworkers can register and import.',
  },
  'tiers.changedNow': { sv: 'Uppgifterna är sparade.', en: 'What you recorded is saved.' },
  'tiers.closedNow': { sv: 'Registreringen är stängd. Inget är borttaget.', en: 'Registration is closed. Nothing has been removed.' },
  'tiers.legalBasis': { sv: 'Rättslig grund, artikel 6', en: 'Legal basis, article 6' },
  'tiers.legalBasisHelp': {
    sv: 'Till exempel artikel 6.1 e, uppgift av allmänt intresse, och vilken lag den följer av.',
    en: 'For example article 6.1 e, task of public interest, and the law it follows from.',
  },
  'tiers.specialBasis': { sv: 'Undantag för känsliga uppgifter, artikel 9', en: 'Exception for sensitive data, article 9' },
  'tiers.specialBasisHelp': {
    sv: 'Uppgifterna kan säga något om hälsa. Till exempel artikel 9.2 g eller h, eller samtycke enligt 9.2 a.',
    en: 'The data may tell of health. For example article 9.2 g or h, or consent under 9.2 a.',
  },
  'tiers.registerLaw': { sv: 'Egen registerlag eller annan författning', en: 'Own register law or other statute' },
  'tiers.registerLawHelp': { sv: 'Skriv ”ingen” om det inte finns någon.', en: 'Write “none” if there is none.' },
  'tiers.decision': { sv: 'Beslutets beteckning', en: 'Reference of the decision' },
  'tiers.decisionHelp': { sv: 'Till exempel diarienummer.', en: 'For example the registry number.' },
  'tiers.decisionDate': { sv: 'Beslutets datum', en: 'Date of the decision' },
  'tiers.dpia': { sv: 'Konsekvensbedömningens beteckning', en: 'Reference of the impact assessment' },
  'tiers.dpiaHelp': { sv: 'Artikel 35. En bedömning behövs för de här uppgifterna.', en: 'Article 35. These data need one.' },
  'tiers.processor': { sv: 'Personuppgiftsbiträdesavtalets beteckning', en: 'Reference of the processor agreement' },
  'tiers.processorHelp': {
    sv: 'Artikel 28. Skriv ”driver själv” om ingen annan har hand om driften.',
    en: 'Article 28. Write “own operation” if nobody else runs the server.',
  },
  'tiers.ground': { sv: 'Grund för varje deltagande', en: 'Ground of each participation' },
  'tiers.groundHelp': {
    sv: 'Förvald när någon registreras. Sekretess kan ändå kräva samtycke.',
    en: 'Chosen beforehand when somebody is registered. Secrecy may take a consent all the same.',
  },
  'tiers.ground.consent': { sv: 'Samtycke', en: 'Consent' },
  'tiers.ground.publicInterest': { sv: 'Uppgift av allmänt intresse', en: 'Task of public interest' },
  'tiers.needed': { sv: 'Fyll i uppgiften.', en: 'Fill this in.' },
  'tiers.inFuture': { sv: 'Beslutets datum har inte inträffat än.', en: 'The date of the decision has not come yet.' },
  'tiers.notOpen': { sv: 'Registreringen är inte öppen. Ladda om sidan.', en: 'Registration is not open. Reload the page.' },
  'tiers.whatHappens': { sv: 'Det här händer', en: 'What will happen' },
  'tiers.stops': {
    sv: 'Inga nya deltaganden kan registreras eller läsas in.',
    en: 'No new participations can be registered or imported.',
  },
  'tiers.stays': {
    sv: 'Inget tas bort: {participations, plural, =0 {det finns inga deltaganden.} one {# deltagande finns kvar och räknas.} other {# deltaganden finns kvar och räknas, varav {running, number} pågår.}}',
    en: 'Nothing is removed: {participations, plural, =0 {there are no participations.} one {# participation stays and is counted.} other {# participations stay and are counted, {running, number} of them running.}}',
  },
  'tiers.goesOn': {
    sv: 'Rättelser, avslut, uppföljningar, återkallat samtycke, registerutdrag, gallring och uttag fungerar som förut.',
    en: 'Corrections, exits, follow-ups, withdrawn consent, extracts, disposal and export work as before.',
  },
  'tiers.imports': {
    sv: '{n, plural, one {En påbörjad inläsning} other {# påbörjade inläsningar}} kan inte skrivas in.',
    en: '{n, plural, one {One import that was begun} other {# imports that were begun}} cannot be written.',
  },
  'tiers.identitiesToo': {
    sv: 'Personnummer stängs också: {n, plural, one {ett lagrat nummer kan} other {# lagrade nummer kan}} inte läsas så länge det är stängt.',
    en: 'Personal numbers are closed too: {n, plural, one {one stored number} other {# stored numbers}} cannot be read while it is closed.',
  },
  'tiers.history': { sv: 'Beslut', en: 'Decisions' },
  'tiers.noHistory': { sv: 'Inget är beslutat ännu.', en: 'Nothing has been decided yet.' },
  'tiers.what': { sv: 'Vad', en: 'What' },
  'tiers.recorded': { sv: 'Registrerat', en: 'Recorded' },
  'tiers.by': { sv: 'Av', en: 'By' },
  'tiers.opened': { sv: 'Öppnade', en: 'Opened' },
  'tiers.changed': { sv: 'Ändrade', en: 'Changed' },
  'tiers.closed': { sv: 'Stängde', en: 'Closed' },
} satisfies Catalogue
