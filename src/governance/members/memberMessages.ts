import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of what a member does itself. */
export const memberMessages: Catalogue = {
  'members.title': { sv: '{name} som medlem', en: '{name} as a member' },
  'members.heading': { sv: 'Medlemmens sida', en: 'The member’s page' },
  'members.lead': {
    sv: 'Det som rör er i alla förbund ni är med i: ansökningar att svara på, egna utkast, och medel till insatser som ni äger.',
    en: 'What concerns you in all associations you belong to: applications to answer, your own drafts, and money for interventions you own.',
  },
  'members.forEditors': {
    sv: 'Den här sidan visas för den som är handläggare hos en medlem.',
    en: 'This page is shown to those who act for a member.',
  },
  'members.money': { sv: 'Vad ni betalar och får', en: 'What you pay and get' },
  'members.which': { sv: 'Medlem', en: 'Member' },
  'members.waits': { sv: 'Väntar på er', en: 'Waits for you' },
  'members.nothing': { sv: 'Inget väntar på er.', en: 'Nothing waits for you.' },
  'members.applications': { sv: 'Ansökningar', en: 'Applications' },
  'members.noApplications': { sv: 'Inga ansökningar är inlämnade.', en: 'No applications have been submitted.' },
  'members.answer': { sv: 'Ert svar', en: 'Your answer' },
  'members.answered': { sv: 'svarat', en: 'answered' },
  'members.unanswered': { sv: 'inget svar', en: 'no answer' },
  'members.begin': { sv: 'Börja en ansökan i {name}', en: 'Begin an application in {name}' },
  'members.beginHelp': {
    sv: 'Kansliet och beredningsgruppen ser utkastet direkt och kan skriva vidare. Kansliet lämnar in det.',
    en: 'The office and the preparation group see the draft at once and can go on with it. The office submits it.',
  },
  'members.grants': { sv: 'Medel till era insatser', en: 'Money for your interventions' },
  'members.noGrants': {
    sv: 'Inga medel är beviljade till insatser som ni äger.',
    en: 'No money has been granted to interventions you own.',
  },
  'members.sent': { sv: 'Rekvisitionen är skickad. Kansliet granskar den.', en: 'The drawdown has been sent. The office checks it.' },
  'members.ownAnswer': { sv: 'Ert svar', en: 'Your answer' },
  'members.answerHelp': {
    sv: 'Svaret gäller som medlemmens: ange vem som beslutade, när och var beslutet står. Ett nytt svar ersätter det förra, som finns kvar.',
    en: 'The answer counts as the member’s: say who decided, when, and where the decision stands. A new answer takes the place of the earlier, which is kept.',
  },
  'members.notYours': {
    sv: 'Någon annan har börjat ansökan. Be kansliet eller beredningsgruppen ändra den.',
    en: 'Somebody else has begun the application. Ask the office or the preparation group to change it.',
  },
  'members.arrivedBefore': {
    sv: 'En annan ansökan har kommit in under samma beteckning. Läs in sidan igen och börja om.',
    en: 'Another application has arrived under the same id. Load the page again and begin anew.',
  },
  'members.closed': { sv: 'Ansökan är avgjord; svaret kan inte ändras.', en: 'The application is decided; the answer cannot be changed.' },
}
