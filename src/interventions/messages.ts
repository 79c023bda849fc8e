import type { Catalogue } from '../values/catalogue.ts'

export const interventionMessages = {
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
  'interventions.owner': { sv: 'Ägare', en: 'Owner' },
  'interventions.association': { sv: 'Förbund', en: 'Association' },
  'interventions.stage': { sv: 'Skede', en: 'Stage' },
  'interventions.orientation': { sv: 'Inriktning', en: 'Orientation' },
  'interventions.methods': { sv: 'Metodkatalog', en: 'Method catalogue' },
  'interventions.methodName': { sv: 'Metod', en: 'Method' },
  'interventions.category': { sv: 'Kategori', en: 'Category' },
  'interventions.description': { sv: 'Beskrivning', en: 'Description' },
  'interventions.evidence': { sv: 'Evidens (bara där den är kontrollerad)', en: 'Evidence (only where checked)' },
  'interventions.notChecked': { sv: 'ej kontrollerad här', en: 'not checked here' },
  'interventions.examples': {
    sv: 'Exempel: verkliga insatser ur öppna källor',
    en: 'Examples: real interventions from open sources',
  },
  'interventions.examplesHelp': {
    sv: 'Exempel att lära av, beskrivna i egna ord. De räknas inte i Samlads siffror, och deltagarantalen blandar planerade, faktiska och kartlagda.',
    en: 'Examples to learn from, in our own words. They are not counted in Samlad’s figures, and their numbers mix planned, actual and mapped.',
  },
  'interventions.example': { sv: 'Exempel', en: 'Example' },
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
  'interventions.endBeforeStart': { sv: 'Slutet ligger före starten.', en: 'The end is before the start.' },
  'interventions.unknownMethod': {
    sv: 'En av metoderna finns inte i katalogen.',
    en: 'One of the methods is not in the catalogue.',
  },
  'interventions.changedMeanwhile': {
    sv: 'Någon annan har ändrat insatsen medan du skrev. Det du skrivit finns kvar här; ladda om för att se den andra ändringen.',
    en: 'Somebody else changed the intervention while you wrote. What you typed is still here; reload to see the other change.',
  },
  'interventions.sumWrong': {
    sv: 'Kvinnor och män blir inte summan.',
    en: 'Women and men do not add up to the total.',
  },
  'interventions.sourceNeeded': {
    sv: 'Ange källan, till exempel ”Årsredovisning 2019”.',
    en: 'Give the source, for example “Annual report 2019”.',
  },
  'interventions.notYours': {
    sv: 'Insatsen finansieras inte av ditt förbund.',
    en: 'The intervention is not financed by your association.',
  },
  'interventions.countedFromRows': {
    sv: 'Insatsen räknas från registrerade deltaganden. Antal anges bara för insatser som räknas i antal.',
    en: 'The intervention is counted from registered participations. Numbers are entered only for volume interventions.',
  },
  'interventions.yearTitle': { sv: 'Årets bild: {name}', en: 'The year: {name}' },
  'interventions.yearIntro': {
    sv: 'Det förbundet självt har angett. Här syns inga uppgifter om enskilda, och inga skydd behövs: talen är era egna.',
    en: 'What the association itself has stated. There is nothing here about individuals; the figures are your own.',
  },
  'interventions.year': { sv: 'År', en: 'Year' },
  'interventions.women': { sv: 'Kvinnor', en: 'Women' },
  'interventions.men': { sv: 'Män', en: 'Men' },
  'interventions.total': { sv: 'Totalt', en: 'Total' },
  'interventions.planned': { sv: 'Planerade', en: 'Planned' },
  'interventions.budget': { sv: 'Budget, kr', en: 'Budget, SEK' },
  'interventions.actual': { sv: 'Utfall, kr', en: 'Actual, SEK' },
  'interventions.name': { sv: 'Insats', en: 'Intervention' },
  'interventions.counts': { sv: 'Antal, plan och pengar', en: 'Counts, plan and money' },
  'interventions.fromRows': { sv: 'räknas från registreringar', en: 'counted from registrations' },
  'interventions.historic': {
    sv: 'Äldre källa: redan sammanställda tal',
    en: 'Older source: already aggregated figures',
  },
  'interventions.historicHelp': {
    sv: 'Ur egna årsredovisningar och gamla SUS-rapporter. De visas för sig och läggs aldrig ihop med Samlads egna tal.',
    en: 'From own annual reports and old SUS reports. Shown apart, never added to Samlad’s own figures.',
  },
  'interventions.measure': { sv: 'Mått', en: 'Measure' },
  'interventions.add': { sv: 'Lägg till', en: 'Add' },
  'interventions.withdraw': { sv: 'Ta bort', en: 'Remove' },
  'interventions.saveCounts': { sv: 'Spara antal och pengar', en: 'Save counts and money' },
  'interventions.optional': { sv: 'Valfri', en: 'Optional' },
  'interventions.invite': { sv: 'Inbjudan till medlemmar', en: 'Invitations to members' },
  'interventions.inviteHelp': {
    sv: 'En sida per medlem, att skriva ut eller spara som PDF: varför medlemmen bör registrera, vad som krävs och hur man börjar.',
    en: 'One page per member, to print or save as PDF: why to register, what it takes, and how to begin.',
  },
  'interventions.inviteOpen': { sv: 'Öppna inbjudan till {name}', en: 'Open the invitation to {name}' },
  'interventions.inviteTitle': {
    sv: 'Till {name}: följ upp tillsammans med oss',
    en: 'To {name}: follow up together with us',
  },
  'interventions.inviteWhy': {
    sv: '{association} finansierar insatser som er personal bedriver. I dag vet vi hur många som deltar, men inte hur det går för dem. Med Samlad stannar uppgifterna om deltagarna hos er. Förbundet får bara skyddade sammanställningar.',
    en: '{association} finances interventions your staff carry out. Today we know how many take part, not how it goes for them. With Samlad the records stay with you. The association only gets protected tables.',
  },
  'interventions.inviteNow': { sv: 'Så här ser det ut för {year}', en: 'This is {year} so far' },
  'interventions.inviteNeedsTitle': { sv: 'Det här behöver ni besluta', en: 'What you need to decide' },
  'interventions.inviteNeeds': {
    sv: 'Rättslig grund (dataskyddsförordningen artikel 6 och 9), beslut med datum och diarienummer, konsekvensbedömning och personuppgiftsbiträdesavtal med den som driver Samlad.',
    en: 'Legal basis (GDPR articles 6 and 9), a decision with date and reference, an impact assessment and a processor agreement with whoever runs Samlad.',
  },
  'interventions.inviteStepsTitle': { sv: 'Så börjar ni', en: 'How to begin' },
  'interventions.inviteSteps': {
    sv: 'Utse en dataansvarig. Ladda ned mallen eller använd ert eget kalkylark. Dra in filen under Importera: namn och personnummer upptäcks i webbläsaren och skickas aldrig.',
    en: 'Appoint a data steward. Download the template or use your own spreadsheet. Drop the file under Import: names and personal numbers are found in the browser and never sent.',
  },
  'interventions.print': { sv: 'Skriv ut', en: 'Print' },
  'interventions.noOwn': {
    sv: 'Inga insatser hos den här medlemmen det här året.',
    en: 'No interventions with this member this year.',
  },
} satisfies Catalogue
