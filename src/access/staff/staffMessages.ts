import type { Catalogue } from '../../values/catalogue.ts'

export const staffMessages = {
  'staff.title': { sv: 'Personal', en: 'Staff' },
  'staff.intro': {
    sv: 'Här utser du dem som arbetar med era insatser. En roll gäller mellan två datum och ska bekräftas en gång om året.',
    en: 'Here you appoint those who work with your interventions. A role holds between two dates and is to be confirmed once a year.',
  },
  'staff.noRight': {
    sv: 'Sidan är för den som är dataansvarig hos en medlem.',
    en: 'The page is for the controller administrator of a member.',
  },
  'staff.due': {
    sv: '{n, plural, one {# roll ska bekräftas eller avslutas.} other {# roller ska bekräftas eller avslutas.}}',
    en: '{n, plural, one {# role is to be confirmed or ended.} other {# roles are to be confirmed or ended.}}',
  },
  'staff.dueTag': { sv: 'Att bekräfta', en: 'To confirm' },
  'staff.coming': { sv: 'Har inte börjat', en: 'Not begun' },
  'staff.ended': { sv: 'Avslutad', en: 'Ended' },
  'staff.allInterventions': { sv: 'Alla insatser', en: 'All interventions' },
  'staff.period': { sv: '{from} – {to}', en: '{from} – {to}' },
  'staff.openEnd': { sv: 'tills vidare', en: 'until further notice' },
  'staff.reviewed': { sv: 'bekräftad {date}', en: 'confirmed {date}' },
  'staff.noRoles': { sv: 'Ingen roll.', en: 'No role.' },
  'staff.employmentEnds': { sv: 'Anställningen slutar {date}.', en: 'The employment ends {date}.' },
  'staff.confirm': { sv: 'Bekräfta', en: 'Confirm' },
  'staff.roleOf': { sv: '{role}, {intervention}, {name}', en: '{role}, {intervention}, {name}' },
  'staff.end': { sv: 'Avsluta nu', en: 'End now' },
  'staff.endSure': { sv: 'Säkert? Avsluta', en: 'Sure? End' },
  'staff.endEmployment': { sv: 'Har slutat', en: 'Has left' },
  'staff.appoint': { sv: 'Utse någon', en: 'Appoint somebody' },
  'staff.who': { sv: 'Vem', en: 'Who' },
  'staff.newPerson': { sv: 'En ny person', en: 'A new person' },
  'staff.name': { sv: 'Namn', en: 'Name' },
  'staff.nameMissing': { sv: 'Skriv personens namn.', en: 'Write the person’s name.' },
  'staff.id': { sv: 'Användarnamn', en: 'User name' },
  'staff.idHelp': {
    sv: 'Små bokstäver a–z, siffror, punkt och bindestreck, till exempel disa.testberg. Syns i loggen. Aldrig ett personnummer.',
    en: 'Small letters a–z, digits, full stop and hyphen, such as disa.testberg. Shown in the log. Never a personal number.',
  },
  'staff.badId': {
    sv: 'Använd små bokstäver a–z, siffror, punkt och bindestreck, minst två tecken.',
    en: 'Use small letters a–z, digits, full stop and hyphen, at least two characters.',
  },
  'staff.claim': { sv: 'Beteckning i inloggningstjänsten', en: 'Name in the sign-in service' },
  'staff.claimHelp': {
    sv: 'Så som inloggningstjänsten skriver den, till exempel HSA-id. Utan den kan personen inte logga in med tjänsten.',
    en: 'As the sign-in service writes it, such as the HSA id. Without it the person cannot sign in by the service.',
  },
  'staff.role': { sv: 'Roll', en: 'Role' },
  'staff.interventions': { sv: 'Insatser', en: 'Interventions' },
  'staff.noIntervention': { sv: 'Välj minst en insats.', en: 'Choose at least one intervention.' },
  'staff.noInterventions': { sv: 'Ni äger inga insatser ännu.', en: 'You own no interventions yet.' },
  'staff.from': { sv: 'Från och med', en: 'From' },
  'staff.to': { sv: 'Till och med', en: 'To' },
  'staff.submit': { sv: 'Utse', en: 'Appoint' },
  'staff.faults': { sv: 'Det här behöver rättas', en: 'This needs to be put right' },
  'staff.auditsOneself': {
    sv: 'En revisor kan inte också leda eller sitta i styrelsen. Avsluta den ena rollen först.',
    en: 'An auditor cannot lead or sit on the board as well. End one of the roles first.',
  },
  'staff.systemAndRecords': {
    sv: 'Den som är systemadministratör kan inte också arbeta med uppgifter om deltagare. Avsluta den ena rollen först.',
    en: 'A system administrator cannot work with records of participants as well. End one of the roles first.',
  },
  'staff.badDates': {
    sv: 'En roll börjar tidigast i dag och slutar tidigast samma dag som den börjar.',
    en: 'A role begins today at the earliest, and ends on the day it begins at the earliest.',
  },
  'staff.badLastDay': {
    sv: 'En roll kan avslutas från och med i går, och inte senare än den redan slutar.',
    en: 'A role can be ended from yesterday on, and no later than it ends already.',
  },
  'staff.notCurrent': { sv: 'Rollen gäller inte.', en: 'The role does not hold.' },
  'staff.alreadyHolds': {
    sv: 'Personen har redan rollen i de insatserna under den tiden.',
    en: 'The person holds the role in those interventions already during that time.',
  },
  'staff.taken': {
    sv: 'Användarnamnet eller beteckningen används redan. Välj personen i listan om hen finns där, annars ett annat användarnamn.',
    en: 'The user name or the name in the sign-in service is in use. Choose the person from the list if there, or else another user name.',
  },
  'staff.notEmployed': {
    sv: 'Bara den som är anställd hos er kan utses. Det finns ingen anställd hos er med det användarnamnet.',
    en: 'Only somebody you employ can be appointed. You employ nobody with that user name.',
  },
  'staff.employmentEnded': { sv: 'Anställningen har upphört då.', en: 'The employment has ended by then.' },
  'staff.notOneself': { sv: 'Du kan inte avsluta din egen anställning.', en: 'You cannot end your own employment.' },
  'staff.bothOffices': {
    sv: 'Den som är förbundsadministratör kan inte samtidigt arbeta med deltagare: förbundets kansli ska inte kunna se uppgifter om enskilda. Avsluta den ena rollen först.',
    en: 'An association administrator cannot work with participants at the same time: the association’s office must not see records of persons. End the one role first.',
  },
  'staff.employedByAssociation': {
    sv: 'Den som är anställd av ett samordningsförbund kan inte arbeta med deltagare: förbundet ska inte kunna se uppgifter om enskilda.',
    en: 'Somebody employed by a coordination association cannot work with participants: the association must not see records of persons.',
  },
} satisfies Catalogue
