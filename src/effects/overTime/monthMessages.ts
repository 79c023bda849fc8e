import { modestWords } from '../claimWords.ts'

/** Texts of what everybody lived of month by month, and of staying in work. */
export const monthMessages = modestWords({
  'effects.months.title': { sv: 'Läget månad för månad efter starten', en: 'The state month by month after the start' },
  'effects.months.sentence': {
    sv: 'Efter {months} månader: arbete {work} (varav subventionerat {subsidised}), studier {studies}. {participating} var kvar i insatsen utan att läget då var känt, och för {unknown} är det okänt.',
    en: 'After {months} months: work {work} (of which subsidised {subsidised}), studies {studies}. {participating} were still in the intervention with a state not known then, and for {unknown} it is not known.',
  },
  'effects.months.definition': {
    sv: 'Alla deltaganden som började under perioden och har hunnit till månaden. Var och en räknas en gång: arbete (minst 25 %) före studier (minst 50 %), övriga efter sin största försörjning. Läget är känt på startdagen, vid avslutet och så långt tillbaka som en uppföljning som nådde personen frågade om, och gäller högst 45 dagar framåt. Inget läge förs vidare till en månad som ingen frågat om: den är okänd, eller så var personen kvar i insatsen. Staplarna är månader när minst 1 000 började, kvartal från 300, annars halvår.',
    en: 'All participations that began in the period and have come to the month. Each counts once: work (at least 25%) before studies (at least 50%), others by their largest support. The state is known on the day of the start, at the exit and as far back as a follow-up that reached the person asked, and holds for 45 days at most. No state is carried on to a month that nobody asked about: it is unknown, or the person was still in the intervention. Bars are months when at least 1,000 began, quarters from 300, else half-years.',
  },
  'effects.months.counted': { sv: 'Räknade', en: 'Counted' },
  'effects.months.start': { sv: 'Start', en: 'Start' },
  'effects.months.countedHelp': { sv: 'Så många har hunnit så långt', en: 'So many have come that far' },
  'effects.months.within': {
    sv: 'Månader i arbete och studier inom {months} månader',
    en: 'Months in work and studies within {months} months',
  },
  'effects.months.withinHelp': {
    sv: 'I genomsnitt för alla som började. Minst: om ingen arbetade eller studerade i de månader som vi inte vet något om. Högst: om alla gjorde det. Osäkerheten är ett 95-procentigt intervall runt båda, med slumpen och de ungefärliga talen.',
    en: 'On average of all who began. At least: if nobody worked or studied in the months that nothing is known of. At most: if everybody did. The uncertainty is a 95% interval around both, with chance and the approximate numbers.',
  },
  'effects.months.mean': {
    sv: 'minst {least} och högst {most} månader (osäkerhet {lower}–{upper})',
    en: 'at least {least} and at most {most} months (uncertainty {lower}–{upper})',
  },
  'effects.months.average': { sv: 'I genomsnitt', en: 'On average' },
  'effects.months.workOrStudies': { sv: 'Arbete eller studier', en: 'Work or studies' },
  'effects.months.work': { sv: 'Arbete', en: 'Work' },
  'effects.months.ordinary': { sv: 'varav osubventionerat arbete eller eget företag', en: 'of which unsubsidised work or own business' },
  'effects.months.subsidised': { sv: 'varav subventionerat arbete', en: 'of which subsidised work' },
  'effects.months.studies': { sv: 'Studier', en: 'Studies' },
  'effects.months.stay': { sv: 'Kvar i arbete efter den första månaden i arbete', en: 'Still in work after the first month in work' },
  'effects.months.stayAfter': { sv: '{months} månader efter den första', en: '{months} months after the first' },
  'effects.months.stayMean': { sv: 'Månader kvar i arbete inom 12 månader', en: 'Months still in work within 12 months' },
  'effects.months.staySentence': {
    sv: 'Av dem som fått arbete var {still} kvar i arbete {months} månader efter den första månaden. {left} var det inte, och för {unknown} är det okänt.',
    en: 'Of those who got work, {still} were still in work {months} months after the first month. {left} were not, and for {unknown} it is not known.',
  },
  'effects.months.stayNone': {
    sv: 'För få har fått arbete och hunnit följas så länge för att visas.',
    en: 'Too few have got work and been followed that long to be shown.',
  },
  'effects.months.stayDefinition': {
    sv: 'De som inte arbetade vid starten men var i arbete (minst 25 %) någon månad inom {months} månader efter den, och har hunnit följas så länge. Den första månaden är den första som någon berättat om. En månad utan arbete mellan två med arbete är inget slut; två kända månader i rad utan arbete är det.',
    en: 'Those who did not work at the start but were in work (at least 25%) in some month within {months} months of it, and have been followed that long. The first month is the first that anybody told of. A month out of work between two in work is no end; two known months in a row out of work are.',
  },
})
