import type { Catalogue } from '../values/catalogue.ts'
import { eventMessages } from './events/eventMessages.ts'
import { periodMessages } from './periods/periodMessages.ts'
import { shareMessages } from './shares/shareMessages.ts'
import { sheetMessages } from './sheets/sheetMessages.ts'
import { yearMessages } from './year/yearMessages.ts'

export const interventionMessages = {
  'interventions.notYourIntervention': {
    sv: 'Bara förbundets kansli och den som leder insatsen kan göra det.',
    en: 'Only the association’s office and who leads the intervention can do that.',
  },
  'interventions.esfLink': { sv: 'ESF+-indikatorer', en: 'ESF+ indicators' },
  'interventions.outcomeLink': { sv: 'Huvudutfall', en: 'Main outcome' },
  'interventions.fidelityLink': { sv: 'Programtrohet', en: 'Fidelity' },
  'interventions.title': { sv: 'Insatser', en: 'Interventions' },
  'interventions.intro': {
    sv: 'Insatser som förbunden finansierar och medlemmarna genomför.',
    en: 'Interventions financed by the associations and carried out by the members.',
  },
  'interventions.new': { sv: 'Ny insats', en: 'New intervention' },
  'interventions.change': { sv: 'Ändra insatsen', en: 'Change the intervention' },
  'interventions.register': { sv: 'Registrera insatsen', en: 'Register the intervention' },
  'interventions.search': { sv: 'Sök insats, förbund eller ägare', en: 'Search intervention, association or owner' },
  'interventions.found': {
    sv: '{n, plural, =0 {Inga insatser} one {# insats} other {# insatser}}',
    en: '{n, plural, =0 {No interventions} one {# intervention} other {# interventions}}',
  },
  'interventions.shownOf': {
    sv: 'Visar de första {shown} av {n}. Sök för att hitta fler.',
    en: 'Showing the first {shown} of {n}. Search to find more.',
  },
  'interventions.showMore': { sv: 'Visa fler', en: 'Show more' },
  'interventions.evidenceLevel': { sv: 'Evidens', en: 'Evidence' },
  'interventions.counted': { sv: 'Räknas', en: 'Counted' },
  'interventions.owner': { sv: 'Ägare', en: 'Owner' },
  'interventions.association': { sv: 'Förbund', en: 'Association' },
  'interventions.stage': { sv: 'Skede', en: 'Stage' },
  'interventions.methods': { sv: 'Metodkatalog', en: 'Method catalogue' },
  'interventions.methodName': { sv: 'Metod', en: 'Method' },
  'interventions.notChecked': { sv: 'ej kontrollerad här', en: 'not checked here' },
  'interventions.examples': {
    sv: 'Exempel: verkliga insatser ur öppna källor',
    en: 'Examples: real interventions from open sources',
  },
  'interventions.examplesHelp': {
    sv: 'Exempel att lära av, beskrivna i egna ord. De är inte insatser i Samlad och räknas inte i några siffror.',
    en: 'Examples to learn from, in our own words. They are no interventions of Samlad and are in no figures.',
  },
  'interventions.source': { sv: 'Källa', en: 'Source' },
  'interventions.chooseOwner': { sv: 'Välj en medlem', en: 'Choose a member' },
  'interventions.fix': { sv: 'Rätta det som är markerat', en: 'Mend what is marked' },
  'interventions.nameNeeded': {
    sv: 'Ange ett namn på minst två tecken.',
    en: 'Give a name of at least two characters.',
  },
  'interventions.ownerNeeded': { sv: 'Välj vem som äger insatsen.', en: 'Choose who owns the intervention.' },
  'interventions.ownerNotMember': {
    sv: 'Insatsägaren måste vara medlem i förbundet. Förbundet får finansiera men inte självt bedriva insatser (2 och 7 §§ lagen 2003:1210).',
    en: 'The owner must be a member of the association. An association may finance but not itself provide (§§ 2 and 7 of the act 2003:1210).',
  },
  'interventions.fewParties': {
    sv: 'Färre än två parter medverkar. Ange skälet: 2 § talar om behov av samordnade insatser, och förarbetena (prop. 2002/03:132) om flera parter. Flera kommuner räknas som en part.',
    en: 'Fewer than two parties take part. Give the reason: § 2 speaks of coordinated needs, the preparatory works (prop. 2002/03:132) of several parties. Several municipalities are one party.',
  },
  'interventions.nameTaken': {
    sv: 'Förbundet har redan en insats med det namnet. Ge insatserna namn som skiljer sig åt, till exempel med ort eller år.',
    en: 'The association already has an intervention of that name. Give them names that differ, for example by place or year.',
  },
  'interventions.endBeforeStart': { sv: 'Slutet ligger före starten.', en: 'The end is before the start.' },
  'interventions.esfReported': {
    sv: 'Antal eller pengar är redan angivna för något år. Därför kan svaret om ESF+ inte ändras. Gäller något annat nu: avsluta insatsen och registrera en ny.',
    en: 'Counts or money have already been entered for a year, so the answer about ESF+ cannot be changed. If things are different now: end this intervention and register a new one.',
  },
  'interventions.municipalityElsewhere': {
    sv: 'En av kommunerna ligger inte i förbundets område. Välj bland förbundets kommuner.',
    en: 'One of the municipalities is not in the area of the association. Choose among its municipalities.',
  },
  'interventions.unknownMethod': {
    sv: 'En av metoderna finns inte i katalogen.',
    en: 'One of the methods is not in the catalogue.',
  },
  'interventions.changedMeanwhile': {
    sv: 'Någon annan har ändrat insatsen medan du skrev. Det du skrivit finns kvar här; ladda om för att se den andra ändringen.',
    en: 'Somebody else changed the intervention while you wrote. What you typed is still here; reload to see the other change.',
  },
  'interventions.dateNeeded': { sv: 'Ange ett datum som finns.', en: 'Give a date that exists.' },
  'interventions.intervention': { sv: 'Insats', en: 'Intervention' },
  'interventions.all': { sv: 'Alla', en: 'All' },
  'interventions.runs': { sv: 'Tid', en: 'Time' },
  'interventions.ongoing': { sv: 'tills vidare', en: 'until further notice' },
  'interventions.clear': { sv: 'Rensa urvalet', en: 'Clear the selection' },
  'interventions.inventedRow': { sv: 'Påhittade data', en: 'Invented data' },
  'interventions.facts': { sv: 'Uppgifter', en: 'Facts' },
  'interventions.notGiven': { sv: 'ej angivet', en: 'not given' },
  'interventions.financing': { sv: 'Förbund som finansierar', en: 'Financing associations' },
  'interventions.share': { sv: '{name} ({share} % av kostnaden)', en: '{name} ({share}% of the cost)' },
  'interventions.seeMethods': { sv: 'Metodkatalog', en: 'Method catalogue' },
  'interventions.seeAdoption': { sv: 'Vad det blev av insatserna', en: 'What became of interventions' },
  'interventions.seeLessons': { sv: 'Lärdomar', en: 'Lessons' },
  'interventions.lessonsFirst': {
    sv: 'Har någon prövat något liknande? Sök bland lärdomarna först.',
    en: 'Has somebody tried something like it? Search the lessons first.',
  },
  'interventions.seeExamples': { sv: 'Exempel från hela landet', en: 'Examples from all over the country' },
  'interventions.newUnder': { sv: 'Ny insats i {name}', en: 'New intervention in {name}' },
  'interventions.saved': { sv: 'Insatsen är sparad.', en: 'The intervention is saved.' },
  'interventions.required': {
    sv: 'Fält med ”valfri” kan lämnas tomma.',
    en: 'Fields marked “optional” may be left empty.',
  },
  'interventions.part.what': { sv: 'Vad insatsen är', en: 'What it is' },
  'interventions.part.who': { sv: 'Vem som gör den', en: 'Who carries it out' },
  'interventions.part.how': { sv: 'Hur den följs upp', en: 'How it is followed up' },
  'interventions.noMembers': {
    sv: 'Registret har inga medlemmar i förbundet. Rätta registret på förbundets sida först: en insats måste ägas av en medlem (7 §).',
    en: 'The register has no members of the association. Correct the register on its page first: an intervention must be owned by a member (§ 7).',
  },
  'interventions.formerOwner': { sv: '{name} (inte längre medlem)', en: '{name} (no longer a member)' },
  'interventions.chosenMethods': {
    sv: 'Välj ur metodkatalogen ({n, plural, =0 {ingen vald} one {# vald} other {# valda}})',
    en: 'Choose from the catalogue ({n, plural, =0 {none chosen} other {# chosen}})',
  },
  'interventions.reasonNeeded': { sv: 'Ange skälet, eller välj fler parter.', en: 'Give the reason, or choose more parties.' },
  'interventions.fewPartiesTitle': { sv: 'Färre än två parter', en: 'Fewer than two parties' },
  'interventions.conflictTitle': { sv: 'Insatsen har ändrats av någon annan', en: 'Somebody else changed the intervention' },
  'interventions.conflictWhat': {
    sv: 'Det du skrivit finns kvar. Här skiljer sig det du skrivit från det som nu är sparat:',
    en: 'What you typed is still here. This is where it differs from what is now saved:',
  },
  'interventions.conflictField': {
    sv: '{field}: nu sparat ”{theirs}”, ditt ”{yours}”',
    en: '{field}: now saved “{theirs}”, yours “{yours}”',
  },
  'interventions.conflictSame': {
    sv: 'Det som är sparat är likadant som det du skrev.',
    en: 'What is saved equals what you typed.',
  },
  'interventions.keepMine': { sv: 'Spara min version', en: 'Save my version' },
  'interventions.takeTheirs': { sv: 'Kasta mitt och ta den sparade', en: 'Drop mine and take the saved one' },
  'interventions.unsaved': {
    sv: 'Du har ändringar som inte är sparade. Vill du lämna sidan ändå?',
    en: 'You have changes that are not saved. Leave the page anyway?',
  },
  'interventions.noAdmin': {
    sv: 'Bara förbundets administratör registrerar insatser. Logga in som administratör.',
    en: 'Only the administrator of the association registers interventions. Sign in as one.',
  },
  'interventions.methodsIntro': {
    sv: 'Metoder som insatser kan arbeta efter, beskrivna i egna ord. Evidens visas bara där någon har kontrollerat den mot källan.',
    en: 'Methods interventions may use, in our own words. Evidence is shown only where somebody has checked it against the source.',
  },
  'interventions.searchMethods': { sv: 'Sök metod', en: 'Search methods' },
  'interventions.foundMethods': {
    sv: '{n, plural, =0 {Inga metoder} one {# metod} other {# metoder}}',
    en: '{n, plural, =0 {No methods} one {# method} other {# methods}}',
  },
  'interventions.alias': { sv: 'Kallas också {alias}.', en: 'Also called {alias}.' },
  'interventions.exampleTag': { sv: 'Exempel ur öppen källa', en: 'Example from an open source' },
  'interventions.searchExamples': {
    sv: 'Sök exempel, förbund, metod eller målgrupp',
    en: 'Search example, association, method or target group',
  },
  'interventions.foundExamples': {
    sv: '{n, plural, =0 {Inga exempel} one {# exempel} other {# exempel}}',
    en: '{n, plural, =0 {No examples} one {# example} other {# examples}}',
  },
  'interventions.startFrom': { sv: 'Börja en ny insats från exemplet', en: 'Start a new intervention from the example' },
  'interventions.startedFrom': {
    sv: 'Ifyllt från exemplet ”{name}”: beskrivning, inriktning och metoder. Skriv om till det som gäller er.',
    en: 'Filled in from the example “{name}”: description, orientation, methods. Rewrite it to what holds for you.',
  },
  'interventions.targetGroupText': { sv: 'Målgrupp', en: 'Target group' },
  'interventions.period': { sv: 'Tid', en: 'Period' },
  ...yearMessages,
  ...periodMessages,
  ...sheetMessages,
  ...eventMessages,
  ...shareMessages,
} satisfies Catalogue
