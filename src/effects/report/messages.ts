import { modestWords } from '../claimWords.ts'

/** Texts of the report on what became of an intervention's participants, which can be frozen. */
export const recordMessages = modestWords({
  'effects.record.title': { sv: 'Uppföljningsrapport', en: 'Outcome report' },
  'effects.record.question': { sv: 'Frågan', en: 'The question' },
  'effects.record.questionText': {
    sv: 'Hur gick det för dem som började i insatsen: arbetar eller studerar de, och hur länge?',
    en: 'How did it go for those who began in the intervention: do they work or study, and for how long?',
  },
  'effects.record.registered': {
    sv: 'Utfallet är bestämt på förhand och lika för alla insatser: i arbete (minst 25 %) eller studier (minst 50 %) 12 månader efter starten, av alla som började. Allt annat i rapporten är utforskande.',
    en: 'The outcome is fixed beforehand and the same for all interventions: in work (at least 25%) or studies (at least 50%) 12 months after the start, of all who began. All else in the report is exploratory.',
  },
  'effects.record.fixedBefore': {
    sv: 'Utfallet bestämdes {date}, innan någon deltagare kunde ha kommit dit: {measure}.',
    en: 'The outcome was fixed {date}, before any participant could have come there: {measure}.',
  },
  'effects.record.usualToo': {
    sv: 'Det utfall som är lika för alla insatser besvaras alltid: {measure}.',
    en: 'The outcome that is the same for all interventions is always answered: {measure}.',
  },
  'effects.record.rest': { sv: 'Allt annat i rapporten är utforskande.', en: 'All else in the report is exploratory.' },
  'effects.record.fixedAfter': {
    sv: 'Det här utfallet bestämdes {date}, när det redan kunde finnas uppgifter om det, eller om det som gällde förut: {measure}. Det är därför utforskande.',
    en: 'This outcome was fixed {date}, when there could be data already on it, or on what held before: {measure}. So it is exploratory.',
  },
  'effects.record.fixedWhy': { sv: 'Skälet till ändringen: {reason}', en: 'The reason for the change: {reason}' },
  'effects.record.fairOne': {
    sv: 'Bland insatserna i {place}: {adjusted}, när hänsyn tas till vilka deltagarna är, och {shrunken} när små tal dras mot alla. I hela landet: {overall}.',
    en: 'Among the interventions of {place}: {adjusted}, considering who the participants are, and {shrunken} when small numbers are drawn towards all. In the whole country: {overall}.',
  },
  'effects.record.fairNot': { sv: 'Insatsen {why}.', en: 'The intervention is {why}.' },
  'effects.record.fairNone': {
    sv: 'Insatsen har inga som kan jämföras i perioden.',
    en: 'The intervention has nobody to compare in the period.',
  },
  'effects.record.given': {
    sv: 'Den som frös rapporten hänvisar till en jämförelse mot en grupp som är gjord utanför Samlad, med kontrollsumman {sha256}. Servern har inte sett den och kan varken kontrollera raderna, talen eller om kontrollerna höll. Läs den bredvid, och jämför kontrollsumman.',
    en: 'Whoever froze the report refers to a comparison with a group made outside Samlad, with the checksum {sha256}. The server has not seen it and can check neither the rows, the numbers nor whether the checks passed. Read it beside this one, and compare the checksum.',
  },
  'effects.record.comparisonFile': { sv: 'Hör en jämförelse mot en grupp hit?', en: 'Does a comparison with a group belong here?' },
  'effects.record.comparisonHelp': {
    sv: 'Dra in rapporten från Mot en jämförelsegrupp. Filen stannar i webbläsaren: bara dess kontrollsumma skrivs i den frysta rapporten, så att den som läser kan se att det är samma fil. Ett resultat som är räknat här kan servern inte kontrollera, så inget tal ur den tas in.',
    en: 'Drop the report from Against a comparison group. The file stays in the browser: only its checksum is written in the frozen report, so that whoever reads can see that it is the same file. What is worked out here the server cannot check, so no number of it is taken in.',
  },
  'effects.record.comparisonChosen': { sv: '{file}: kontrollsumma {sha256}', en: '{file}: checksum {sha256}' },
  'effects.record.refersTo': { sv: 'Hänvisar till en jämförelse:', en: 'Refers to a comparison:' },
  'effects.record.comparisonDrop': { sv: 'Ta bort hänvisningen', en: 'Remove the reference' },
  'effects.record.answer': { sv: 'Svaret', en: 'The answer' },
  'effects.record.bounds': {
    sv: 'Okända står kvar i nämnaren: andelen är mellan {lower} och {upper} av 100, beroende på hur det gick för dem.',
    en: 'The unknown stay in the denominator: the share is between {lower} and {upper} of 100, depending on how it went for them.',
  },
  'effects.record.comparison': { sv: 'Vad insatsen gjorde', en: 'What the intervention did' },
  'effects.record.noComparison': {
    sv: 'Det går inte att säga av den här rapporten. Ingen jämförelsegrupp är med, så de kontroller som krävs kan bara delvis prövas. De prövas alla under Mot en jämförelsegrupp.',
    en: 'That cannot be said from this report. No comparison group is in it, so the checks that it takes can be tried in part only. They are all tried under Against a comparison group.',
  },
  'effects.record.gateNeeded': {
    sv: 'Det som skulle behövas: minst {n} personer att jämföra med, som liknar deltagarna, började samma månader och har ett känt utfall, och ett utfall från tiden före starten.',
    en: 'What it would take: at least {n} persons to compare with who are like the participants, began in the same months and have a known outcome, and an outcome of the time before the start.',
  },
  'effects.record.noGroup': { sv: 'ingen att jämföra med', en: 'nobody to compare with' },
  'effects.record.untried': { sv: 'inte prövad', en: 'not tried' },
  'effects.record.gate.check': { sv: 'Kontroll', en: 'Check' },
  'effects.record.gate.value': { sv: 'Värde', en: 'Value' },
  'effects.record.gate.limit': { sv: 'Krav', en: 'Limit' },
  'effects.record.gate.answer': { sv: 'Svar', en: 'Answer' },
  'effects.record.tooFewForShare': { sv: 'för få för en andel', en: 'too few for a share' },
  'effects.record.gate.placebo': { sv: 'inom sin osäkerhet', en: 'within its uncertainty' },
  'effects.record.gate.placeboPrecision': { sv: 'högst skillnaden efter', en: 'at most the difference after' },
  'effects.record.gate.n0': { sv: 'minst lika många', en: 'at least as many' },
  'effects.record.gate.ess': { sv: 'minst 50, och hälften så många som startade', en: 'at least 50, and half as many as started' },
  'effects.record.notKnown': { sv: 'Vad vi inte vet', en: 'What we do not know' },
  'effects.record.how': {
    sv: 'Rapporten är fryst: filerna ändras aldrig, och har en kontrollsumma. Talen är skyddade som på sidorna.',
    en: 'The report is frozen: the files never change, and have a checksum. The numbers are protected as on the pages.',
  },
  'effects.record.freezeTitle': { sv: 'Uppföljningsrapport att spara', en: 'Outcome report to keep' },
  'effects.record.freezeHelp': {
    sv: 'Frys det som visas, med förändringen för samma personer, som en rapport på svenska och engelska (PDF och Word). En fryst rapport ändras aldrig: den kan hämtas igen byte för byte, också när uppgifterna har ändrats.',
    en: 'Freeze what is shown, with the change of the same persons, as a report in Swedish and English (PDF and Word). A frozen report never changes: it can be fetched again byte for byte, also when the data have changed.',
  },
  'effects.record.freeze': { sv: 'Frys en rapport', en: 'Freeze a report' },
  'effects.record.frozen': { sv: 'Rapporten är fryst.', en: 'The report is frozen.' },
  'effects.record.unchanged': {
    sv: 'Ingenting har ändrats sedan rapporten frystes förut. Den står i listan, och ingen ny gjordes.',
    en: 'Nothing has changed since the report was frozen before. It is in the list, and no new one was made.',
  },
  'effects.record.none': { sv: 'Ingen rapport är fryst ännu.', en: 'No report has been frozen yet.' },
  'effects.record.list': { sv: 'Frysta rapporter', en: 'Frozen reports' },
  'effects.record.began': { sv: 'Började', en: 'Began' },
  'effects.record.files': { sv: 'Filer', en: 'Files' },
  'effects.record.dataDate': { sv: 'Uppgifter till', en: 'Data until' },
  'effects.record.hash': { sv: 'Kontrollsumma', en: 'Checksum' },
  'effects.record.file': { sv: '{format} på {language}', en: '{format} in {language}' },
  'effects.record.sv': { sv: 'svenska', en: 'Swedish' },
  'effects.record.en': { sv: 'engelska', en: 'English' },
  'effects.record.made': { sv: 'Gjord {date} med {software}', en: 'Made {date} by {software}' },
  'effects.record.tooMany': {
    sv: 'Insatsen har redan {most} frysta rapporter. Fler går inte att frysa.',
    en: 'The intervention has {most} frozen reports already. No more can be frozen.',
  },
  'effects.record.madeBy': { sv: 'Gjord med {software}.', en: 'Made by {software}.' },
  'effects.record.noData': {
    sv: 'Det finns inga uppgifter att göra en rapport av ännu.',
    en: 'There are no data to make a report of yet.',
  },
})
