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
  'effects.record.answer': { sv: 'Svaret', en: 'The answer' },
  'effects.record.bounds': {
    sv: 'Okända står kvar i nämnaren: andelen är mellan {lower} och {upper} av 100, beroende på hur det gick för dem.',
    en: 'The unknown stay in the denominator: the share is between {lower} and {upper} of 100, depending on how it went for them.',
  },
  'effects.record.comparison': { sv: 'Vad insatsen gjorde', en: 'What the intervention did' },
  'effects.record.noComparison': {
    sv: 'Det går inte att säga av den här rapporten. Ingen jämförelsegrupp är med, så kontrollerna som krävs är inte prövade: liknande personer, samma tid, uppföljning och ett utfall före starten. De prövas under Mot en jämförelsegrupp.',
    en: 'That cannot be said from this report. No comparison group is in it, so the checks that it takes have not been tried: similar persons, the same time, follow-up and an outcome before the start. They are tried under Against a comparison group.',
  },
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
