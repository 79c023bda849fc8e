import { modestWords } from '../claimWords.ts'

/** Texts of areas before and after, with those where it never started beside. */
export const areasMessages = modestWords({
  'effects.areas.intro': {
    sv: 'Tabellen har en rad per område och period: område, period, start och utfall. Start är perioden då det började där, tom där det aldrig började. Varje område ska finnas i alla perioder.',
    en: 'The table has a row for each area and period: area, period, start and outcome. Start is the period in which it began there, empty where it never did. Each area should be in all periods.',
  },
  'effects.areas.staysHere': {
    sv: 'Filen läses här i webbläsaren och skickas inte någonstans. Använd färdiga tal per område, aldrig rader om enskilda.',
    en: 'The file is read here in the browser and sent nowhere. Use finished numbers by area, never rows of persons.',
  },
  'effects.areas.choose': { sv: 'Välj en tabell', en: 'Choose a table' },
  'effects.areas.chooseHelp': {
    sv: 'CSV, Excel (.xlsx) eller .ods med rubrikerna Område, Period, Start och Utfall.',
    en: 'CSV, Excel (.xlsx) or .ods with the headings Area, Period, Start and Outcome.',
  },
  'effects.areas.try': { sv: 'Prova med påhittade områden', en: 'Try with invented areas' },
  'effects.areas.fromFile': { sv: '{file}: {n} områden i {periods} perioder.', en: '{file}: {n} areas in {periods} periods.' },
  'effects.areas.invented': { sv: '{n} påhittade områden i {periods} perioder.', en: '{n} invented areas in {periods} periods.' },
  'effects.areas.noHeadings': {
    sv: 'Ingen rad har rubrikerna {headings}. Skriv dem överst i tabellen.',
    en: 'No row has the headings {headings}. Write them on top of the table.',
  },
  'effects.areas.badValue': {
    sv: 'Rad {row}, {column}: ”{given}” går inte att läsa. Skriv ett tal, eller en månad som 2023-04; ett område ska ha ett namn.',
    en: 'Row {row}, {column}: “{given}” cannot be read. Write a number, or a month such as 2023-04; an area should have a name.',
  },
  'effects.areas.twice': {
    sv: 'Rad {row}: {area} finns två gånger i samma period. Ta bort den ena.',
    en: 'Row {row}: {area} is twice in the same period. Remove one.',
  },
  'effects.areas.twoStarts': {
    sv: 'Rad {row}: {area} har två olika starter. Skriv samma start på alla rader.',
    en: 'Row {row}: {area} has two different starts. Write the same start in all rows.',
  },
  'effects.areas.missing': {
    sv: '{area} saknas i {missing} av {periods} perioder. Fyll på tabellen, eller ta bort området.',
    en: '{area} is missing in {missing} of {periods} periods. Complete the table, or remove the area.',
  },
  'effects.areas.startBetween': {
    sv: 'Rad {row}: starten för {area} är ingen av tabellens perioder. Skriv den period då det började.',
    en: 'Row {row}: the start of {area} is none of the periods of the table. Write the period in which it began.',
  },
  'effects.areas.cannot': {
    sv: 'Tabellen räcker inte: det behövs minst två områden som aldrig startade och minst ett som startade efter den första perioden.',
    en: 'The table is not enough: it takes at least two areas that never started and at least one that started after the first period.',
  },
  'effects.areas.lead': {
    sv: 'Kommuner eller förbund där något startade, vid olika tider, bredvid dem där det aldrig startade. Tabellen stannar i webbläsaren.',
    en: 'Municipalities or associations where something started, at different times, beside those where it never did. The table stays in the browser.',
  },
  'effects.areas.who': {
    sv: '{started, plural, =1 {Ett område} other {# områden}} startade under perioderna och {never} startade aldrig. {periods} perioder.',
    en: '{started, plural, =1 {One area} other {# areas}} started within the periods and {never} never did. {periods} periods.',
  },
  'effects.areas.overall': {
    sv: 'Efter starten: {difference}, i genomsnitt, jämfört med hur det gick där det aldrig startade.',
    en: 'After the start: {difference}, on average, against how it went where it never started.',
  },
  'effects.areas.difference': { sv: '{what} (kan vara från {lower} till {upper})', en: '{what} (may be from {lower} to {upper})' },
  'effects.areas.unsure': { sv: '{what} (hur säkert går inte att säga)', en: '{what} (how sure cannot be said)' },
  'effects.areas.higher': { sv: '{n} högre', en: '{n} higher' },
  'effects.areas.lower': { sv: '{n} lägre', en: '{n} lower' },
  'effects.areas.none': { sv: 'ingen skillnad', en: 'no difference' },
  'effects.areas.dealt': {
    sv: '{started, plural, =1 {Bara ett område startade, och då finns inget intervall} other {Bara # områden startade, och då bygger intervallet på ett antagande om hur områden brukar variera}}. Delas starterna i stället ut till andra områden på {ways} sätt blir skillnaden minst lika stor i {share} av dem.',
    en: '{started, plural, =1 {Only one area started, and then there is no interval} other {Only # areas started, and then the interval rests on an assumption of how areas vary}}. With the starts dealt to other areas in {ways} ways instead, the difference is at least as large in {share} of them.',
  },
  'effects.areas.alike': {
    sv: 'Före starten: i alla {n} perioder{untried, plural, =0 {} other { som går att pröva}} kan skillnaden vara noll. Områdena gick åt samma håll, så långt det går att se.',
    en: 'Before the start: in all {n} periods{untried, plural, =0 {} other { that can be tried}} the difference may be nought. The areas went the same way, as far as can be seen.',
  },
  'effects.areas.apart': {
    sv: 'Före starten: i {apart} av {n} perioder{untried, plural, =0 {} other { som går att pröva}} skilde sig områdena redan. Då går skillnaden efter starten inte att läsa som startens.',
    en: 'Before the start: in {apart} of {n} periods{untried, plural, =0 {} other { that can be tried}} the areas differed already. So the difference after the start cannot be read as that of the start.',
  },
  'effects.areas.tooShort': {
    sv: 'Före starten finns för få perioder för att se om områdena gick åt samma håll.',
    en: 'Before the start there are too few periods to see whether the areas went the same way.',
  },
  'effects.areas.untried': {
    sv: 'Före starten går det inte att se om områdena gick åt samma håll: för få områden startade.',
    en: 'Before the start it cannot be seen whether the areas went the same way: too few areas started.',
  },
  'effects.areas.early': {
    sv: '{early} områden hade startat redan i den första perioden. De har inget före och är inte med.',
    en: '{early} areas had started in the first period already. They have no before and are left out.',
  },
  'effects.areas.otherReasons': {
    sv: 'Vad annat som hände i samma områden vid samma tid: en fabrik som lade ned, en annan insats, nya regler.',
    en: 'What else happened in the same areas at the same time: a factory that closed, another intervention, new rules.',
  },
  'effects.areas.spill': {
    sv: 'Om det som startade spillde över till grannar som räknas som jämförelse.',
    en: 'Whether what started spilled over to neighbours that count as comparison.',
  },
  'effects.areas.measured': {
    sv: 'Om utfallet mättes på samma sätt i alla områden och perioder.',
    en: 'Whether the outcome was measured in the same way in all areas and periods.',
  },
  'effects.areas.noRescue': {
    sv: 'Före och efter med jämförelse är ingen räddning i sig. I LaLondes data, där sanningen är noll, ger den +868 dollar.',
    en: 'Before and after with a comparison is no rescue by itself. In LaLonde’s data, where the truth is nought, it gives +868 dollars.',
  },
  'effects.areas.says': {
    sv: 'Ställer områden bredvid varandra över tid. Säger inte vad starten gjorde.',
    en: 'Puts areas side by side over time. Does not say what the start did.',
  },
  'effects.areas.chart': { sv: 'Skillnaden före och efter starten', en: 'The difference before and after the start' },
  'effects.areas.since': { sv: 'Perioder från starten', en: 'Periods from the start' },
  'effects.areas.areas': { sv: 'Områden', en: 'Areas' },
  'effects.areas.differenceTitle': { sv: 'Skillnad', en: 'Difference' },
  'effects.areas.how': {
    sv: 'Områden som startade i samma period jämförs, från perioden före starten, med dem som aldrig startade (Callaway och Sant’Anna). Vägs ihop efter antal områden. Perioder före starten är kontrollen: där ska ingenting synas utöver vad slumpen ger när alla prövas på en gång (Bonferroni). Osäkerheten är ett 95-procentigt intervall av hur olika områdena är sinsemellan: de som startade, när de än gjorde det, och de som aldrig gjorde det. Av ett enda område går det inte att säga.',
    en: 'Areas that started in the same period are compared, from the period before the start, with those that never did (Callaway and Sant’Anna). Put together by number of areas. Periods before the start are the check: nothing should be seen there beyond what chance gives when all are tried at once (Bonferroni). The uncertainty is a 95% interval of how areas differ from one another: those that started, whenever they did, and those that never did. Of a single area it cannot be told.',
  },
})
