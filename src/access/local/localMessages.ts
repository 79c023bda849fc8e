import type { Catalogue } from '../../values/catalogue.ts'

export const localMessages = {
  'local.userId': { sv: 'Användarnamn', en: 'User name' },
  'local.password': { sv: 'Lösenord', en: 'Password' },
  'local.code': { sv: 'Engångskod', en: 'One-time code' },
  'local.codeHelp': { sv: 'Sex siffror ur din autentiseringsapp.', en: 'Six digits from your authenticator app.' },
  'local.badCode': { sv: 'Koden har sex siffror.', en: 'The code has six digits.' },
  'local.refused': {
    sv: 'Användarnamn, lösenord eller kod stämmer inte. Efter flera försök är det stängt en kvart, också för den som skriver rätt.',
    en: 'User name, password or code is not right. After several attempts it is shut for a quarter of an hour, also for whoever gets it right.',
  },
  'local.title': { sv: 'Gör ditt konto', en: 'Make your account' },
  'local.intro': {
    sv: 'Hej {name}. Du loggar in med användarnamnet {userId}, ett lösenord och en engångskod.',
    en: 'Hello {name}. You sign in with the user name {userId}, a password and a one-time code.',
  },
  'local.noLink': {
    sv: 'Öppna sidan med hela länken som du har fått av din administratör.',
    en: 'Open the page with the whole of the link that your administrator has given you.',
  },
  'local.linkUsed': {
    sv: 'Länken är redan använd eller gäller inte längre. Be din administratör om en ny.',
    en: 'The link has been used or is no longer valid. Ask your administrator for a new one.',
  },
  'local.appStep': { sv: '1. Lägg till Samlad i din autentiseringsapp', en: '1. Add Samlad to your authenticator app' },
  'local.appHelp': {
    sv: 'Är appen på den här enheten? Öppna den med länken. Annars: välj att skriva in en nyckel i appen och skriv den här. Öppnar du sidan igen får du en ny nyckel, och bara den sista gäller.',
    en: 'Is the app on this device? Open it with the link. Otherwise choose to type a key in the app, and type this. Opening the page again gives a new key, and only the last one counts.',
  },
  'local.openApp': { sv: 'Öppna appen', en: 'Open the app' },
  'local.passwordStep': { sv: '2. Välj lösenord', en: '2. Choose a password' },
  'local.passwordHelp': {
    sv: 'Minst {least} tecken. Några ord efter varandra går bra. Använd det inte någon annanstans.',
    en: 'At least {least} characters. A few words in a row will do. Do not use it anywhere else.',
  },
  'local.tooShort': { sv: 'Lösenordet är för kort: minst tolv tecken.', en: 'The password is too short: at least twelve characters.' },
  'local.tooPlain': {
    sv: 'Lösenordet är för lätt att gissa. Använd fler olika tecken, och inte användarnamnet eller Samlad.',
    en: 'The password is too easy to guess. Use more different characters, and neither the user name nor Samlad.',
  },
  'local.codeStep': { sv: '3. Visa att koderna fungerar', en: '3. Show that the codes work' },
  'local.wrongCode': {
    sv: 'Koden stämmer inte. Vänta på nästa kod i appen och kontrollera att telefonens klocka går rätt.',
    en: 'The code is not right. Wait for the next code in the app, and check that the phone’s clock is right.',
  },
  'local.make': { sv: 'Gör kontot och logga in', en: 'Make the account and sign in' },
  'local.link': { sv: 'Länk till nytt konto', en: 'Link to a new account' },
  'local.handOver': {
    sv: 'Lämna länken till personen själv. Den gäller i tre dygn och en gång, och ersätter ett tidigare konto.',
    en: 'Hand the link to the person. It is good for three days and once, and replaces any earlier account.',
  },
  'local.otherRoles': {
    sv: 'Personen har, eller ska få, en roll som du inte kan ge. Be en systemadministratör att begära länken.',
    en: 'The person holds, or is to hold, a role that is not yours to give. Ask a system administrator to request the link.',
  },
  'local.requested': {
    sv: 'Begäran är gjord. {name} kan redan logga in eller har en roll hos en medlem, så två personer ska stå bakom länken. Inom tre dygn bekräftar {who}, som också får länken och lämnar över den.',
    en: 'The request has been made. {name} can sign in already or holds a role at a member, so two persons are to stand behind the link. {who} confirms within three days, and also gets the link and hands it over.',
  },
  'local.aSteward': { sv: 'en dataansvarig hos {place}', en: 'a data steward at {place}' },
  'local.anotherAdministrator': { sv: 'en annan systemadministratör', en: 'another system administrator' },
  'local.requests': { sv: 'Länkar att bekräfta', en: 'Links to confirm' },
  'local.requestsHelp': {
    sv: 'Någon har begärt en länk till ett nytt konto åt en person som redan kan logga in eller har en roll hos en medlem. Fråga personen själv innan du bekräftar. Den som har länken kan bli den personen i Samlad.',
    en: 'Somebody has requested a link to a new account for a person who can sign in already or holds a role at a member. Ask the person before you confirm. Whoever has the link can be that person in Samlad.',
  },
  'local.request': { sv: '{name}, begärd av {by} {date}', en: '{name}, requested by {by} {date}' },
  'local.confirm': { sv: 'Bekräfta och visa länken', en: 'Confirm and show the link' },
  'local.confirmed': {
    sv: 'Bekräftat. Någon annan ska också bekräfta innan länken finns.',
    en: 'Confirmed. Somebody else is to confirm too before there is a link.',
  },
  'local.twoPersons': {
    sv: 'Två personer ska stå bakom länken. Den som begärde den, eller som den är till, kan inte bekräfta.',
    en: 'Two persons are to stand behind the link. Whoever requested it, or is to have it, cannot confirm.',
  },
  'local.stewardConfirms': {
    sv: 'Den här begäran bekräftas av en dataansvarig hos medlemmen.',
    en: 'This request is for a data steward of the member to confirm.',
  },
  'local.stewardEnded': {
    sv: 'Hos {place} har den sista andra dataansvarigas roll avslutats nyss. En systemadministratör kan bekräfta först {date}. Begär länken då. Behövs den förr: låt en annan dataansvarig där bekräfta.',
    en: 'At {place} the role of the last other data steward ended lately. A system administrator can confirm no sooner than {date}. Request the link then. If it is needed before: have another data steward there confirm.',
  },
  'local.tooNew': {
    sv: 'Två systemadministratörer räknas som två personer när båda har haft rollen i {days} dagar, och när ingen har ordnat kontot åt den andra ensam under de dagarna.',
    en: 'Two system administrators count as two persons when both have held the role for {days} days, and when nobody has made the account of either alone within those days.',
  },
  'local.askAnew': {
    sv: 'Personen har fått en roll hos en medlem sedan länken begärdes. Begär den på nytt.',
    en: 'The person has been given a role at a member since the link was requested. Request it anew.',
  },
} satisfies Catalogue
