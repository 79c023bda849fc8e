import type { Catalogue } from '../values/catalogue.ts'

export const accessMessages = {
  'access.demoOnLoopback': {
    sv: 'Databasen har påhittade data. De visas bara på den egna datorn, aldrig på adressen {host} eller bakom en proxy. Ta bort --host och SAMLAD_TRUST_PROXY, eller börja i en ny mapp med --empty.',
    en: 'The database holds invented data. They are shown on this machine only, never at the address {host} or behind a proxy. Remove --host and SAMLAD_TRUST_PROXY, or begin in a new folder with --empty.',
  },
  'access.linkUsed': {
    sv: 'Länken är redan använd eller gäller inte. Har den första administratören inget sätt att logga in: starta om Samlad med SAMLAD_LOCAL_ACCOUNTS=1, så visar terminalen en länk till ett konto.',
    en: 'The link has been used or is not valid. If the first administrator has no way to sign in: restart Samlad with SAMLAD_LOCAL_ACCOUNTS=1, and the terminal shows a link to an account.',
  },
  'access.signIn': { sv: 'Logga in', en: 'Sign in' },
  'access.needsSignIn': {
    sv: 'Sidan visas för den som är inloggad. Efter inloggningen kommer du tillbaka hit.',
    en: 'The page is shown to those who are signed in. After signing in you come back here.',
  },
  'access.comesBack': {
    sv: 'Efter inloggningen kommer du tillbaka till sidan du var på.',
    en: 'After signing in you come back to the page you were on.',
  },
  'access.signOut': { sv: 'Logga ut', en: 'Sign out' },
  'access.choose': { sv: 'Välj vem du vill vara', en: 'Choose who to be' },
  'access.chooseHelp': {
    sv: 'Personerna är påhittade och finns bara i demon. Var och en ser det som deras roll får se.',
    en: 'The persons are invented and exist only in the demo. Each sees what their role may see.',
  },
  'access.be': { sv: 'Bli {name}', en: 'Be {name}' },
  'access.signedIn': { sv: 'Inloggad som', en: 'Signed in as' },
  'access.noSignIn': {
    sv: 'Här finns varken inloggningstjänst eller lokala konton. Den som driver Samlad slår på det ena eller det andra, till exempel med SAMLAD_LOCAL_ACCOUNTS=1.',
    en: 'There is neither a sign-in service nor local accounts here. Whoever runs Samlad turns one of them on, for example with SAMLAD_LOCAL_ACCOUNTS=1.',
  },
  'access.setUpTitle': { sv: 'Kom igång', en: 'Get started' },
  'access.setUpIntro': {
    sv: 'Du blir den första administratören. Ange ditt namn och välj ditt förbund.',
    en: 'You become the first administrator. Enter your name and choose your association.',
  },
  'access.setUpOnce': {
    sv: 'Obs: länken loggar in en enda gång. Här finns varken inloggningstjänst eller lokala konton, så efter utloggning går det inte att komma in igen. Starta hellre om Samlad med SAMLAD_LOCAL_ACCOUNTS=1 och öppna länken då.',
    en: 'Note: the link signs in once. There is neither a sign-in service nor local accounts here, so after signing out there is no way back in. Rather restart Samlad with SAMLAD_LOCAL_ACCOUNTS=1 and open the link then.',
  },
  'access.setUpLink': {
    sv: 'Här kommer den första administratören igång, med länken som skrevs ut när Samlad startade. Öppna sidan med hela den länken. Den gäller en gång.',
    en: 'Here the first administrator gets started, with the link printed when Samlad started. Open the page with the whole of that link. It is good once.',
  },
  'access.setUpSignedIn': {
    sv: 'Du är redan inloggad och behöver inte den här sidan.',
    en: 'You are signed in already and do not need this page.',
  },
  'access.yourName': { sv: 'Ditt namn', en: 'Your name' },
  'access.yourAssociation': { sv: 'Ditt förbund', en: 'Your association' },
  'access.needsTls': {
    sv: 'Inloggning går bara över en krypterad anslutning (https). Be den som sköter driften att ställa in proxyn: se SAMLAD_TRUST_PROXY.',
    en: 'Signing in takes an encrypted connection (https). Ask who runs the server to set up the proxy: see SAMLAD_TRUST_PROXY.',
  },
  'access.signInWith': { sv: 'Logga in med {name}', en: 'Sign in with {name}' },
  'access.providerDown': {
    sv: 'Inloggningstjänsten svarar inte. Försök igen om en stund.',
    en: 'The sign-in service does not answer. Try again shortly.',
  },
  'access.signInFailed': {
    sv: 'Inloggningen gick inte att genomföra. Försök igen.',
    en: 'The sign-in could not be completed. Try again.',
  },
  'access.signInExpired': {
    sv: 'Inloggningen är redan använd eller har tagit för lång tid. Börja om.',
    en: 'The sign-in has been used already or has taken too long. Begin again.',
  },
  'access.noClaim': {
    sv: 'Inloggningstjänsten säger inte vem du är på det sätt som Samlad är inställt för. Säg till den som sköter driften.',
    en: 'The sign-in service does not say who you are in the way Samlad is set up for. Tell whoever runs the server.',
  },
  'access.notLetIn': {
    sv: 'Inloggningen gav inte tillgång till Samlad. Vänd dig till den som administrerar Samlad hos er.',
    en: 'The sign-in gave no access to Samlad. Turn to whoever administers Samlad where you work.',
  },
  'access.stepUp': {
    sv: 'Uppgifter om enskilda kräver en säkrare inloggning än den du har nu. Logga ut och logga in igen med säkrare legitimation.',
    en: 'Records of persons take a surer sign-in than the one you have now. Sign out and sign in again with a surer identification.',
  },
  'access.tryAgain': { sv: 'Tillbaka till inloggningen', en: 'Back to sign-in' },
  'access.account': { sv: 'Mitt konto', en: 'My account' },
  'access.newAccount': {
    sv: 'Ett nytt konto ordnades åt dig den {date} av {by}. Har du inte bett om det? Säg genast till en dataansvarig eller systemadministratör.',
    en: 'A new account was ordered for you on {date} by {by}. Did you not ask for it? Tell a data steward or system administrator at once.',
  },
  'access.roles': { sv: 'Roller', en: 'Roles' },
  'access.noRoles': { sv: 'Du har ingen roll i dag.', en: 'You hold no role today.' },
  'access.digest': { sv: 'E-post om det som väntar på dig', en: 'E-mail of what waits for you' },
  'access.sessions': { sv: 'Här är du inloggad', en: 'Where you are signed in' },
  'access.sessionsHelp': {
    sv: 'Känner du inte igen en inloggning? Logga ut överallt och säg till den som administrerar Samlad hos er.',
    en: 'Is there one you do not know? Sign out everywhere and tell whoever administers Samlad where you work.',
  },
  'access.means': { sv: 'Inloggad med', en: 'Signed in by' },
  'access.begunAt': { sv: 'Började', en: 'Begun' },
  'access.lastUsedAt': { sv: 'Senast använd', en: 'Last used' },
  'access.thisOne': { sv: 'den här', en: 'this one' },
  'access.signOutEverywhere': { sv: 'Logga ut överallt', en: 'Sign out everywhere' },
  'access.begin': { sv: 'Börja använda Samlad', en: 'Start using Samlad' },
} satisfies Catalogue
