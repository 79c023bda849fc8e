import type { Catalogue } from '../../values/catalogue.ts'

export const officeMessages = {
  'offices.title': { sv: 'Behörigheter', en: 'Roles' },
  'offices.intro': {
    sv: 'Här ger du roller vid förbund, hos medlemmar och i nationen. Deltagaransvariga och insatsansvariga utses av den som är dataansvarig hos medlemmen.',
    en: 'Here you give roles at associations, members and the nation. Caseworkers and leads are appointed by the data steward of the member.',
  },
  'offices.review': {
    sv: 'En roll ska bekräftas en gång om året: behövs den fortfarande? Roller att bekräfta står först. Din egen roll bekräftas av en annan systemadministratör.',
    en: 'A role is to be confirmed once a year: is it still needed? Roles to confirm come first. Your own role is confirmed by another system administrator.',
  },
  'offices.noRight': { sv: 'Sidan är för systemadministratörer.', en: 'The page is for system administrators.' },
  'offices.employedAt': { sv: 'Anställd hos {place}', en: 'Employed by {place}' },
  'offices.notEmployed': { sv: 'Ingen anställning angiven', en: 'No employment stated' },
  'offices.grant': { sv: 'Ge en roll', en: 'Give a role' },
  'offices.role': { sv: 'Roll', en: 'Role' },
  'offices.association': { sv: 'Förbund', en: 'Association' },
  'offices.placeId': { sv: 'Medlem', en: 'Member' },
  'offices.chooseOne': { sv: 'Välj', en: 'Choose' },
  'offices.employer': { sv: 'Anställd hos', en: 'Employed by' },
  'offices.employerHelp': {
    sv: 'En dataansvarig måste vara anställd hos medlemmen. Den som är anställd av ett förbund kan aldrig arbeta med uppgifter om deltagare.',
    en: 'A data steward must be employed by the member. Whoever is employed by an association can never work with records of participants.',
  },
  'offices.employer.none': { sv: 'Annan eller ingen', en: 'Another or nobody' },
  'offices.employer.association': { sv: 'Förbundet', en: 'The association' },
  'offices.employer.organisation': { sv: 'Medlemmen', en: 'The member' },
  'offices.end': { sv: 'Avsluta nu', en: 'End now' },
  'offices.endSure': { sv: 'Säkert? Avsluta', en: 'Sure? End' },
  'offices.roleOf': { sv: '{role} {place}, {name}', en: '{role} {place}, {name}' },
  'offices.requestPlace': { sv: 'Bekräftas av {who}', en: 'Confirmed by {who}' },
  'offices.link': { sv: 'Gör en länk till ett konto', en: 'Make a link to an account' },
  'offices.badPlace': {
    sv: 'Välj ett förbund eller en medlem för de roller som har det, och inget för de andra.',
    en: 'Choose an association or a member for the roles that have one, and none for the others.',
  },
  'offices.placeNeeded': { sv: 'Välj var rollen gäller.', en: 'Choose where the role holds.' },
  'offices.notOneself': {
    sv: 'Ingen ger en roll åt sig själv. Be en annan systemadministratör.',
    en: 'Nobody gives a role to themselves. Ask another system administrator.',
  },
  'offices.notOwnEnd': {
    sv: 'Ingen avslutar sin egen roll. Be en annan systemadministratör.',
    en: 'Nobody ends their own role. Ask another system administrator.',
  },
  'offices.notOwnReview': {
    sv: 'Ingen bekräftar sin egen roll. Be en annan systemadministratör.',
    en: 'Nobody confirms their own role. Ask another system administrator.',
  },
  'offices.confirmed': { sv: 'Rollen är bekräftad.', en: 'The role has been confirmed.' },
  'offices.over': { sv: 'Rollen är avslutad.', en: 'The role has been ended.' },
  'offices.given': { sv: 'Rollen är given.', en: 'The role has been given.' },
} satisfies Catalogue
