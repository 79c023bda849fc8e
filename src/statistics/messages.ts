import type { Catalogue } from '../values/catalogue.ts'
import { followUpMessages } from './page/pageMessages.ts'

/** Sentences of statistics. Numbers come in already formatted. */
export const statisticsMessages = {
  ...followUpMessages,
  'statistics.share': {
    sv: '{x} av {n} ({share}, osäkerhet {lower}–{upper})',
    en: '{x} of {n} ({share}, uncertainty {lower}–{upper})',
  },
  'statistics.shareTooFew': {
    sv: '{x} av {n} (för få för en andel)',
    en: '{x} of {n} (too few for a share)',
  },
  'statistics.shareHidden': {
    sv: 'Visas inte, för att skydda enskilda',
    en: 'Not shown, to protect individuals',
  },
  'statistics.unknown': {
    sv: 'Uppgift saknas för {unknown}',
    en: 'Not known for {unknown}',
  },
  'statistics.unknownNone': { sv: 'Uppgift finns för alla', en: 'Known for all' },
  'statistics.reservedHelp': { sv: 'Visas när tabellen publiceras', en: 'Shown when the table is published' },
  'statistics.valueMissing': { sv: 'Uppgift saknas', en: 'Missing' },
  'statistics.notAsked': { sv: 'Frågades inte', en: 'Not asked' },
  'statistics.notApplicable': { sv: 'Kan inte förekomma', en: 'Not applicable' },
  'statistics.days': {
    sv: 'median {median} dagar (hälften mellan {lower} och {upper})',
    en: 'median {median} days (half of them between {lower} and {upper})',
  },
  'statistics.nation': { sv: 'Hela landet', en: 'The whole country' },
  'statistics.about': { sv: 'Gäller: {place}, {period}.', en: 'About: {place}, {period}.' },
  'statistics.participationsSentence': {
    sv: '{place}, {period}: {n} deltaganden pågick under perioden.',
    en: '{place}, {period}: {n} participations were under way.',
  },
  'statistics.personsWithin': { sv: 'De gäller {n} olika personer.', en: 'They are {n} different persons.' },
  'statistics.personsAbove': {
    sv: 'De gäller högst {n} personer, unika inom respektive huvudman. Samma person kan finnas hos flera huvudmän, så {n} är en övre gräns för hela området.',
    en: 'They are at most {n} persons, distinct within each controller. The same person may be with several controllers, so {n} is an upper bound for the whole area.',
  },
  'statistics.exitsSentence': { sv: '{n} deltaganden avslutades under perioden.', en: '{n} participations ended in the period.' },
  'statistics.noiseNote': {
    sv: 'Antal med ≈ är ungefärliga: de är ändrade med högst ±{deviation}, för att skydda enskilda. Inga antal från 1 till {most} visas; ≈0 kan vara ingen eller några få. Antal utan ≈ är exakta och publicerade.',
    en: 'Counts with ≈ are approximate: they are changed by at most ±{deviation}, to protect individuals. No counts from 1 to {most} are shown; ≈0 may be nobody or a few. Counts without ≈ are exact and published.',
  },
  'statistics.hiddenCells': {
    sv: '{n, plural, one {Ett tal i tabellen visas inte.} other {{hidden} tal i tabellen visas inte.}}',
    en: '{n, plural, one {One number in the table is not shown.} other {{hidden} numbers in the table are not shown.}}',
  },
  'statistics.noSumsNote': {
    sv: 'Varje antal är ändrat för sig. Därför kan kvinnor och män tillsammans bli fler eller färre än alla, och avsluten eller personerna fler än deltagandena. Det är ingen felräkning.',
    en: 'Each count is changed by itself. So women and men together may be more or fewer than all, and exits or persons more than participations. That is no mistake.',
  },
  'statistics.noiseVersion': { sv: 'Brustabell, version {version}.', en: 'Perturbation table, version {version}.' },
  'statistics.who.inPeriod': {
    sv: 'Räknar deltaganden som pågick någon gång under perioden. Felregistreringar och deltagare som bara finns som antal är inte med.',
    en: 'Counts participations under way at some time in the period. Entries made in error and participants known only as numbers are left out.',
  },
  'statistics.who.exits': {
    sv: 'Räknar deltaganden som avslutades under perioden. Pågående, felregistrerade och de som bara finns som antal är inte med.',
    en: 'Counts participations that ended in the period. Ongoing ones, entries made in error and those known only as numbers are left out.',
  },
  'statistics.multi': {
    sv: 'Samma deltagande kan stå på flera rader, så raderna blir tillsammans mer än alla.',
    en: 'One participation may be on several rows, so the rows sum to more than all.',
  },
  'statistics.nobody': {
    sv: 'Ingen, eller för få för att visas.',
    en: 'Nobody, or too few to show.',
  },
  'statistics.tableHidden': {
    sv: 'Talen visas inte, för att skydda enskilda.',
    en: 'The numbers are not shown, to protect individuals.',
  },
  'statistics.mostCommon': { sv: 'Vanligast är {row}: {n} av {whole} ({share}).', en: 'Most common is {row}: {n} of {whole} ({share}).' },
  'statistics.mostCommonShown': {
    sv: 'Vanligast av det som visas är {row}: {n} av {whole} ({share}).',
    en: 'Most common of what is shown is {row}: {n} of {whole} ({share}).',
  },
  'statistics.mostCommonCount': {
    sv: 'Störst av det som visas är {row}: {n}.',
    en: 'Largest of what is shown is {row}: {n}.',
  },
  'statistics.flowSentence': {
    sv: 'Den största förändringen som visas är från {from} till {to}: {n}.',
    en: 'The largest change shown is from {from} to {to}: {n}.',
  },
  'statistics.flow.support': { sv: 'Försörjning före och efter', en: 'Support before and after' },
  'statistics.flow.supportHelp': {
    sv: 'Den huvudsakliga försörjningen: den med störst omfattning. Försörjningskällor av samma slag är sammanslagna.',
    en: 'The main support: the one with the largest extent. Sources of the same kind are put together.',
  },
  'statistics.flow.occupation': { sv: 'Sysselsättning före och efter', en: 'Occupation before and after' },
  'statistics.flow.occupationHelp': {
    sv: 'Aktivt arbetssökande är den som varken arbetar eller studerar.',
    en: 'Active job-seeking means neither working nor studying.',
  },
  'statistics.unknownAfter': { sv: 'Läget efteråt är okänt för {n}.', en: 'The state afterwards is unknown for {n}.' },
  'statistics.flowNone': { sv: 'Ingen förändring är stor nog att visas.', en: 'No change is large enough to show.' },
  'statistics.caseMix': { sv: 'Vilka deltagarna är', en: 'Who the participants are' },
  'statistics.caseMixHelp': {
    sv: 'Andelar av deltagandena, i hela procent. Resten är okänt, eller annan ålder än 16–66 år. De med färre än 20 är inte med. Andelarna är ungefärliga: av 20 kan de vara upp till 20 procentenheter fel, sällan mer; av 200 ett par.',
    en: 'Shares of the participations. The rest is unknown, or of another age than 16–66. Those with fewer than 20 are left out. The shares are approximate: of 20 they may be up to 20 percentage points off, seldom more; of 200 a couple.',
  },
  'statistics.caseMixCount.exits': { sv: 'Avslutade', en: 'Exited' },
  'statistics.caseMixCount.entries': { sv: 'Började', en: 'Began' },
  'statistics.caseMixCount.inPeriod': { sv: 'Deltog', en: 'Took part' },
  'statistics.caseMixOf.exits': {
    sv: 'Av dem som avslutade under perioden, med samma urval som i tabellen.',
    en: 'Of those who exited in the period, chosen as in the table.',
  },
  'statistics.caseMixOf.entries': {
    sv: 'Av dem som började under perioden och har hunnit till tidpunkten, med samma urval som i tabellen.',
    en: 'Of those who began in the period and have come to the point, chosen as in the table.',
  },
  'statistics.caseMixOf.inPeriod': {
    sv: 'Av dem som deltog under perioden, med samma urval som i tabellen.',
    en: 'Of those who took part in the period, chosen as in the table.',
  },
  'statistics.country': { sv: 'Hela landet', en: 'The whole country' },
  'statistics.notShown': { sv: 'visas inte', en: 'not shown' },
  'statistics.coverageShare': {
    sv: '{share} av deltagandena {years} går att följa; resten finns bara som antal.',
    en: '{share} of the participations of {years} can be followed; the rest are known only as numbers.',
  },
  'statistics.coverageHidden': {
    sv: 'Hur stor del av deltagandena {years} som går att följa visas inte: de är för få, eller skyddade.',
    en: 'The part of the participations of {years} that can be followed is not shown: they are too few, or protected.',
  },
  'statistics.wholeYears': {
    sv: 'Täckningen gäller helår: {years}.',
    en: 'The coverage is that of whole years: {years}.',
  },
  'statistics.pointAhead': {
    sv: '{label}: ingen har hunnit så långt att det går att se än.',
    en: '{label}: nobody has come so far that it can be seen yet.',
  },
  'statistics.weighted': {
    sv: 'Vägt efter grupp ({by}; {count} grupper) är andelen {share} (osäkerhet {lower}–{upper}). Då får de som nåddes stå för dem i samma grupp som inte nåddes. Det stämmer om det gick lika bra för dem, och det vet vi inte.',
    en: 'Weighted by group ({by}; {count} groups) the share is {share} (uncertainty {lower}–{upper}). Those reached then stand for those in the same group who were not. That holds if it went as well for them, which is not known.',
  },
  'statistics.weightedFew': {
    sv: 'Andelen vägs inte efter grupp: färre än 20 nåddes, eller så är talen dolda.',
    en: 'The share is not weighted by group: fewer than 20 were reached, or the numbers are hidden.',
  },
  'statistics.weightedUnfollowed': {
    sv: 'Andelen vägs inte efter grupp: färre än 60 av 100 nåddes, och då säger bara gränserna något.',
    en: 'The share is not weighted by group: fewer than 60 of 100 were reached, and then only the bounds say anything.',
  },
  'statistics.weightedSmall': {
    sv: 'Andelen vägs inte efter grupp: grupperna är för små. Minst 20 behöver ha nåtts bland dem där det gått på samma sätt.',
    en: 'The share is not weighted by group: the groups are too small. At least 20 need to have been reached among those for whom it had gone the same way.',
  },
  'statistics.statusKnown': {
    sv: 'Utfallet är känt för {known} av {followed} ({share}).',
    en: 'The outcome is known for {known} of {followed} ({share}).',
  },
  'statistics.statusKnownOf': {
    sv: 'Utfallet är känt för {known} av {followed}.',
    en: 'The outcome is known for {known} of {followed}.',
  },
  'statistics.reporting': { sv: '{part} av {whole} förbund har uppgifter.', en: '{part} of {whole} associations have data.' },
  'statistics.costPer.participation': { sv: 'Per deltagande', en: 'Per participation' },
  'statistics.costPer.exit': { sv: 'Per avslut', en: 'Per exit' },
  'statistics.costPer.success': { sv: 'Per avslut till arbete eller studier', en: 'Per exit to work or study' },
  'statistics.costSentence': {
    sv: '{n, plural, one {En insats med känd kostnad kostade {kronor} kronor} other {{n} insatser med känd kostnad kostade tillsammans {kronor} kronor}} {period}.',
    en: '{n, plural, one {One intervention has a known cost: {kronor} kronor} other {{n} interventions have a known cost: {kronor} kronor together}}, {period}.',
  },
  'statistics.costNote': {
    sv: 'Faktisk kostnad delad med antalet i samma insatser och år, där antalet är exakt och publicerat. Vad varje förbund betalar följer deras andel av insatsen.',
    en: 'Actual cost divided by the number in the same interventions and years, where that number is exact and published. What each association pays follows its share of the intervention.',
  },
  'statistics.costNotDivided': {
    sv: 'Antalen här är ungefärliga eller dolda, och en exakt kostnad delas bara med exakta, publicerade antal. Därför visas den sammanlagda kostnaden, men ingen kostnad per deltagande.',
    en: 'The counts here are approximate or hidden, and an exact cost is divided by exact, published counts only. So the cost in all is shown, but no cost per participation.',
  },
  'statistics.costSome': {
    sv: 'Kostnaden är inte känd för alla insatser här. Därför delas den inte med antalet deltaganden, som gäller alla.',
    en: 'The cost is not known for all interventions here. So it is not divided by the number of participations, which is of all.',
  },
  'statistics.costRegion': {
    sv: 'Kostnader följer förbund och insatser, inte deltagarnas hemkommun, så en region har ingen egen kostnad.',
    en: 'Costs follow associations and interventions, not the home municipality, so a region has no cost of its own.',
  },
  'statistics.costWholeYears': {
    sv: 'Kostnader finns per kalenderår. Välj hela år för att se dem.',
    en: 'Costs are per calendar year. Choose whole years to see them.',
  },
  'statistics.costNone': {
    sv: 'Ingen insats här har en känd kostnad för alla år i perioden.',
    en: 'No intervention here has a known cost for every year of the period.',
  },
  'statistics.noSuchPlace': {
    sv: 'Platsen {given} finns inte. Välj en plats i listan, eller skriv till exempel nation, region:KOD, association:namn eller intervention:id.',
    en: 'There is no place {given}. Choose one in the list, or write for example nation, region:CODE, association:slug or intervention:id.',
  },
  'statistics.notAPlace': {
    sv: 'Skriv platsen som nation, region:KOD, association:namn eller intervention:id.',
    en: 'Write the place as nation, region:CODE, association:slug or intervention:id.',
  },
  'statistics.noSuchMeasure': {
    sv: 'Måttet {given} finns inte. Det finns: {known}.',
    en: 'There is no measure {given}. There are: {known}.',
  },
  'statistics.noSuchDimension': {
    sv: 'Indelningen {given} finns inte. Det finns: {known}. I villkor också year, from och to.',
    en: 'There is no dimension {given}. There are: {known}. In conditions also year, from and to.',
  },
  'statistics.noSuchCode': {
    sv: '{given} finns inte i {dimension}. Det finns: {known}.',
    en: '{given} is not in {dimension}. There are: {known}.',
  },
  'statistics.badCondition': {
    sv: 'Villkoret {given} går inte att läsa. Skriv till exempel year=2024 eller sex=woman.',
    en: 'The condition {given} cannot be read. Write for example year=2024 or sex=woman.',
  },
  'statistics.conditionTwice': {
    sv: 'Perioden är angiven två gånger ({key}). Flera år skrivs som from=2023-01 och to=2024-12.',
    en: 'The period is given twice ({key}). Several years are written as from=2023-01 and to=2024-12.',
  },
  'statistics.badYear': { sv: '{given} är inget årtal. Skriv till exempel 2024.', en: '{given} is not a year. Write for example 2024.' },
  'statistics.badMonth': {
    sv: '{given} är ingen månad. Skriv till exempel 2024-06.',
    en: '{given} is not a month. Write for example 2024-06.',
  },
  'statistics.periodBackwards': {
    sv: 'Perioden börjar {from} men slutar {to}. Byt plats på dem.',
    en: 'The period begins {from} but ends {to}. Swap them.',
  },
  'statistics.tableTooLarge': {
    sv: 'Tabellen skulle få {cells} rutor; högst {most} går att visa. Välj färre rader eller kolumner, eller begränsa med ett villkor.',
    en: 'The table would have {cells} cells; at most {most} can be shown. Choose fewer rows or columns, or narrow it with a condition.',
  },
  'statistics.multiShare': {
    sv: 'En andel kan inte delas efter {given}: samma deltagande står på flera rader.',
    en: 'A share cannot be broken down by {given}: one participation is on several rows.',
  },
  'statistics.tooManyParts': {
    sv: 'Perioden har för många delar: år eller månader gånger mått blir {lines}, och högst {most} går. Välj en kortare period, år i stället för månader, eller färre mått.',
    en: 'The period has too many parts: years or months times measures are {lines}, at most {most}. Choose a shorter period, years instead of months, or fewer measures.',
  },
  'statistics.replacedBy': { sv: 'måttet ersätts av {measure}', en: 'the measure is replaced by {measure}' },
} satisfies Catalogue
