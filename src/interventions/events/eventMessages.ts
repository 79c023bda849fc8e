import type { Catalogue } from '../../values/catalogue.ts'

export const eventMessages = {
  'events.title': { sv: 'Händelser i {name}', en: 'Events of {name}' },
  'events.link': { sv: 'Händelser', en: 'Events' },
  'events.intro': {
    sv: 'Utbildningar, konferenser och annat som insatsen ordnar för parternas medarbetare och andra. Bara antal, inga namn.',
    en: 'Training, conferences and other things that the intervention arranges for staff of the parties and others. Numbers only, no names.',
  },
  'events.individualOnly': {
    sv: 'Händelser hör till strukturövergripande insatser. Den här insatsen är individinriktad: där räknas deltagarna i stället.',
    en: 'Events belong to structural interventions. This one is individual: there the participants are counted instead.',
  },
  'events.noOffice': {
    sv: 'Händelser visas för förbundets administratör, styrelse och revisor.',
    en: 'Events are shown to the administrator, the board and the auditor of the association.',
  },
  'events.arrivedBefore': {
    sv: 'Det du först skickade kom fram: {name}. Läs in sidan på nytt och rätta där, så blir det inte två.',
    en: 'What you sent first arrived: {name}. Load the page again and correct it there, so that there are not two.',
  },
  'events.association': { sv: 'Förbund', en: 'Association' },
  'events.years': { sv: 'År för år', en: 'Year by year' },
  'events.year': { sv: 'År', en: 'Year' },
  'events.count': { sv: 'Händelser', en: 'Events' },
  'events.participantDays': { sv: 'Deltagardagar', en: 'Participant days' },
  'events.participantDaysHelp': {
    sv: 'Deltagardagar är dagar gånger antal i varje händelse. Den som varit med två gånger räknas två gånger.',
    en: 'Participant days are days times number for each event. Whoever took part twice is counted twice.',
  },
  'events.all': { sv: 'Alla händelser', en: 'All events' },
  'events.none': { sv: 'Inga händelser är registrerade.', en: 'No events have been recorded.' },
  'events.change': { sv: 'Ändra', en: 'Change' },
  'events.new': { sv: 'Registrera en händelse', en: 'Record an event' },
  'events.correct': { sv: 'Rätta {name}', en: 'Correct {name}' },
  'events.heldOn': { sv: 'Första dagen', en: 'First day' },
  'events.kind': { sv: 'Slag', en: 'Kind' },
  'events.name': { sv: 'Vad det var', en: 'What it was' },
  'events.days': { sv: 'Dagar', en: 'Days' },
  'events.daysHelp': { sv: 'En halv dag är 0,5.', en: 'Half a day is 0.5.' },
  'events.participants': { sv: 'Antal som deltog', en: 'How many took part' },
  'events.parties': { sv: 'Parter som deltog', en: 'Parties that took part' },
  'events.save': { sv: 'Spara händelsen', en: 'Save the event' },
  'events.withdraw': { sv: 'Ta bort: den registrerades fel', en: 'Withdraw: it was recorded in error' },
  'events.saved': { sv: 'Händelsen är sparad.', en: 'The event was saved.' },
  'events.withdrawn': {
    sv: 'Händelsen är borttagen ur summorna. Den finns kvar i historiken.',
    en: 'The event is out of the sums. It stays in the history.',
  },
  'events.nameNeeded': { sv: 'Skriv vad händelsen var.', en: 'Write what the event was.' },
  'events.badDays': {
    sv: 'Skriv antal dagar i hela eller halva, från 0,5 till 60.',
    en: 'Write days in wholes or halves, from 0.5 to 60.',
  },
  'events.badNumber': { sv: 'Skriv ett helt antal, 0 eller mer.', en: 'Write a whole number, 0 or more.' },
  'events.partyNeeded': { sv: 'Välj minst en part.', en: 'Choose at least one party.' },
  'events.dateNeeded': { sv: 'Välj en dag.', en: 'Choose a day.' },
  'events.inFuture': {
    sv: 'Dagen har inte varit än. Registrera händelsen när den har hållits.',
    en: 'The day has not come yet. Record the event once it has been held.',
  },
  'events.notRunning': {
    sv: 'Insatsen pågick inte den dagen. Rätta dagen, eller insatsens start och slut.',
    en: 'The intervention did not run that day. Mend the day, or its start and end.',
  },
  'events.notStructural': {
    sv: 'Insatsen är individinriktad och har inga händelser. Ändra inriktningen om den också är strukturövergripande.',
    en: 'The intervention is individual and has no events. Change its orientation if it is structural as well.',
  },
} satisfies Catalogue
