import { modestWords } from '../claimWords.ts'

/** Texts of what happens over time. */
export const overTimeMessages = modestWords({
  'effects.overTime.title': { sv: 'Vad som händer över tid', en: 'What happens over time' },
  'effects.overTime.lead': {
    sv: 'Alla som började i insatserna under en period följs från starten: hur många som efter 6, 12 och 24 månader hade avslutat till arbete eller studier, fått rätt ersättning eller avslutat av annat skäl.',
    en: 'All who began in the period are followed from their start: how many had, after 6, 12 and 24 months, ended in work or studies, been granted the right support or ended for another reason.',
  },
  'effects.cause.workOrStudy': { sv: 'Arbete eller studier vid avslut', en: 'Work or studies at exit' },
  'effects.cause.rightSupport': { sv: 'Rätt ersättning', en: 'Right support' },
  'effects.cause.other': { sv: 'Annat avslut', en: 'Other exit' },
  'effects.overTime.sentence': {
    sv: 'Av 100 som började hade {work} avslutat till arbete eller studier inom {months} månader ({interval}). {right} av 100 hade fått rätt ersättning och {other} hade avslutat av annat skäl.',
    en: 'Of 100 who began, {work} had ended in work or studies within {months} months ({interval}). {right} of 100 had been granted the right support and {other} had ended for another reason.',
  },
  'effects.overTime.none': {
    sv: 'För få har börjat, eller så har för kort tid gått, för att visa hur det går över tid. Välj en längre eller tidigare period, eller en större plats.',
    en: 'Too few have begun, or too short a time has passed, to show what happens over time. Choose a longer or earlier period, or a larger place.',
  },
  'effects.overTime.noHorizon': { sv: 'visas inte', en: 'not shown' },
  'effects.overTime.horizon': { sv: '{months} månader', en: '{months} months' },
  'effects.overTime.horizonDays': { sv: '{months} månader ({days} dagar)', en: '{months} months ({days} days)' },
  'effects.overTime.step': { sv: '{from}–{to} (till dag {day})', en: '{from}–{to} (to day {day})' },
  'effects.overTime.horizonTitle': { sv: 'Efter 6, 12 och 24 månader', en: 'After 6, 12 and 24 months' },
  'effects.overTime.chart': {
    sv: 'Så många har avslutat, efter tid från starten',
    en: 'How many have ended, by time since the start',
  },
  'effects.overTime.states': { sv: 'Läget 6, 12 och 24 månader efter start', en: 'The state 6, 12 and 24 months after the start' },
  'effects.overTime.statesDefinition': {
    sv: 'Arbete räknas före studier för den som har båda. Osubventionerat och subventionerat arbete visas alltid var för sig.',
    en: 'Work counts before studies for those who have both. Unsubsidised and subsidised work are always shown apart.',
  },
  'effects.overTime.statesSentence': {
    sv: 'Efter {months} månader: osubventionerat arbete eller eget företag {ordinary}, subventionerat arbete {subsidised}, arbete av okänt slag {unknownKind}, studier {studies}. För {unknown} är läget okänt.',
    en: 'After {months} months: unsubsidised work or own business {ordinary}, subsidised work {subsidised}, work of unknown kind {unknownKind}, studies {studies}. For {unknown} the state is not known.',
  },
  'effects.overTime.statesNone': {
    sv: 'Ingen har kommit så långt, eller så är de för få för att visas.',
    en: 'Nobody has come that far, or they are too few to be shown.',
  },
  'effects.overTime.statesHidden': {
    sv: 'Efter {months} månader visas inte läget, för att skydda enskilda.',
    en: 'After {months} months the state is not shown, to protect individuals.',
  },
  'effects.overTime.ofWhom': { sv: 'Av', en: 'Of' },
  'effects.overTime.months': { sv: 'Månader efter start', en: 'Months after the start' },
  'effects.overTime.atRisk': { sv: 'Kvar', en: 'Still there' },
  'effects.overTime.atRiskHelp': {
    sv: 'Så många är kvar och har följts så länge',
    en: 'Still there and followed that long',
  },
  'effects.overTime.ended': { sv: 'Avslut i steget', en: 'Exits in the step' },
  'effects.overTime.lagLabel': { sv: 'Avslut kommer fortfarande in', en: 'Exits are still coming in' },
  'effects.overTime.lagText': {
    sv: 'Streckat: avslut de senaste 60 dagarna är ofta inte registrerade ännu. De räknas inte.',
    en: 'Hatched: exits of the last 60 days are often not registered yet. They are not counted.',
  },
  'effects.overTime.until': {
    sv: 'Räknat till och med {until}. Det som hänt de senaste 60 dagarna före {date} räknas inte, för avslut registreras ofta sent.',
    en: 'Counted up to and including {until}. What happened in the last 60 days before {date} is not counted, as exits are often registered late.',
  },
  'effects.overTime.definition': {
    sv: 'Alla deltaganden som började under perioden är med i nämnaren, också de som pågår (Aalen–Johansens kurva; den som inte avslutat räknas som kvar så länge det går att se). Ett avslut räknas en gång: som arbete eller studier om det är känt vid avslutet, annars som rätt ersättning om den beviljats, annars som annat avslut. Där räknas också de som avslutats utan att det är känt vad de gör. Tiden räknas i hela dagar från starten: 6 månader är 182 dagar, 12 är 365 och 24 är 730. Alla som började i samma månad följs lika länge, så många dagar som var och en av dem säkert har kunnat följas. Osäkerheten är ett 95-procentigt intervall där också de ungefärliga talen är med.',
    en: 'All participations that began in the period are in the denominator, also those that go on (Aalen–Johansen’s curve; who has not ended counts as still there as long as it can be seen). An exit counts once: as work or studies when that is known at exit, else as right support when it was granted, else as another exit. Exits where it is not known what the person does count there too. Time is counted in whole days from the start: 6 months are 182 days, 12 are 365 and 24 are 730. All who began in the same month are followed equally long, for as many days as each of them can surely have been followed. The uncertainty is a 95% interval that takes in the approximate numbers.',
  },
  'effects.overTime.atExit': {
    sv: 'Kurvan är mätt till avslutet. Om arbetet eller studierna varade visar läget vid 6, 12 och 24 månader, för dem som har följts upp.',
    en: 'The curve is measured up to the exit. Whether work or studies lasted is told by the state at 6, 12 and 24 months, of those followed up.',
  },
  'effects.overTime.why': {
    sv: 'Varför det gick som det gick. Vad som hade hänt utan insatsen vet vi inte.',
    en: 'Why it went as it did. What would have happened without the intervention is not known.',
  },
  'effects.overTime.kind': {
    sv: 'Kurvan skiljer inte på arbete med och utan stöd. Det gör bilden av läget.',
    en: 'The curve does not tell subsidised work from other work. The picture of the state does.',
  },
  'effects.overTime.late': {
    sv: 'Om någon fattas för att deltagandet var slut innan insatsen började registrera. Alla som är registrerade räknas från sin start.',
    en: 'Whether anybody is missing because the participation had ended before the intervention began to register. All who are registered count from their start.',
  },
  'effects.overTime.steps': {
    sv: 'Stegen är {length, plural, =1 {en månad} =3 {ett kvartal} other {ett halvår}} eller längre: så få började att finare steg mest skulle visa slumpen, eller en enskild.',
    en: 'Steps are {length, plural, =1 {a month} =3 {a quarter} other {half a year}} or longer: so few began that finer steps would mostly show chance, or somebody.',
  },
  'effects.overTime.started': { sv: 'Började under perioden: {n}.', en: 'Began in the period: {n}.' },
  'effects.overTime.cohort': { sv: 'De som började', en: 'Those who began' },
})
