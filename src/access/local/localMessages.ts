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
    sv: 'Är appen på den här enheten? Öppna den med länken. Annars: välj att skriva in en nyckel i appen och skriv den här.',
    en: 'Is the app on this device? Open it with the link. Otherwise choose to type a key in the app, and type this.',
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
} satisfies Catalogue
