import type { Catalogue } from '../../values/catalogue.ts'

/** Texts about e-mail of what waits, and of the e-mails themselves. */
export const digestMessages: Catalogue = {
  'digest.title': { sv: 'E-post om det som väntar', en: 'E-mail of what waits' },
  'digest.lead': {
    sv: 'Få ett kort mejl när något väntar på dig: högst ett om dagen, vardagar efter klockan sju, och bara när något är nytt eller har blivit sent. Första arbetsdagen i veckan kommer det också om något fortfarande väntar.',
    en: 'Get a short e-mail when something waits for you: at most one a day, on working days after seven, and only when something is new or has become late. On the first working day of the week it also comes when something still waits.',
  },
  'digest.only': {
    sv: 'Mejlet säger hur många saker av vilket slag som väntar, och var de finns. Det nämner inga personer, ansökningar eller insatser.',
    en: 'The e-mail says how many things of which kind wait, and where they are. It names no persons, applications or interventions.',
  },
  'digest.noMail': {
    sv: 'Den här installationen skickar ingen e-post. Den som driver den kan slå på det.',
    en: 'This installation sends no e-mail. Whoever runs it can turn it on.',
  },
  'digest.noPlace': {
    sv: 'Du har ingen roll där något väntar på dig. Du kan ange en adress ändå; mejl kommer när du har fått en.',
    en: 'You have no role in which something waits for you. You can give an address anyway; e-mail comes when you have one.',
  },
  'digest.address': { sv: 'Din e-postadress i arbetet', en: 'Your e-mail address at work' },
  'digest.sendCode': { sv: 'Skicka en kod dit', en: 'Send a code there' },
  'digest.asked': {
    sv: 'En kod är på väg till {address}. Det tar högst någon minut.',
    en: 'A code is on its way to {address}. It takes a minute at most.',
  },
  'digest.codeSent': {
    sv: 'En kod har skickats till {address}. Skriv den här, så vet vi att adressen är din. Koden gäller ett dygn.',
    en: 'A code has been sent to {address}. Write it here, so that we know the address is yours. The code holds for a day.',
  },
  'digest.code': { sv: 'Koden, åtta siffror', en: 'The code, eight digits' },
  'digest.confirm': { sv: 'Bekräfta adressen', en: 'Confirm the address' },
  'digest.other': { sv: 'Ange en annan adress', en: 'Give another address' },
  'digest.on': { sv: 'Mejl skickas till {address}.', en: 'E-mail is sent to {address}.' },
  'digest.lastSent': { sv: 'Det senaste skickades {at}.', en: 'The last was sent {at}.' },
  'digest.neverSent': { sv: 'Inget har skickats än.', en: 'None has been sent yet.' },
  'digest.end': { sv: 'Sluta skicka', en: 'Stop sending' },
  'digest.ended': { sv: 'Inga fler mejl skickas, och adressen är borttagen.', en: 'No more e-mail is sent, and the address is removed.' },
  'digest.fault.refused': {
    sv: 'Mottagarens e-postserver tar inte emot adressen. Kontrollera den, och ange den igen.',
    en: 'The mail server of the receiver does not accept the address. Check it, and give it again.',
  },
  'digest.fault.unreachable': {
    sv: 'Det gick inte att skicka. Vi försöker igen.',
    en: 'It could not be sent. We try again.',
  },
  'digest.noAddress': {
    sv: 'Skriv en e-postadress, till exempel namn@kommun.se.',
    en: 'Write an e-mail address, for instance name@town.se.',
  },
  'digest.codeForm': { sv: 'Koden är åtta siffror.', en: 'The code is eight digits.' },
  'digest.wrongCode': {
    sv: 'Det är inte koden som skickades till adressen, eller så är den äldre än ett dygn. Skriv den igen eller begär en ny.',
    en: 'It is not the code that was sent to the address, or it is older than a day. Write it again or ask for a new one.',
  },
  'digest.tooManyCodes': {
    sv: 'Du har begärt fem koder i dag. Försök igen i morgon.',
    en: 'You have asked for five codes today. Try again tomorrow.',
  },
  'digest.language': { sv: 'Språk i mejlen', en: 'Language of the e-mails' },
  'digest.sv': { sv: 'Svenska', en: 'Swedish' },
  'digest.en': { sv: 'Engelska', en: 'English' },
  ...mails(),
}

/** What stands in the e-mails. */
function mails(): Catalogue {
  return {
    'digest.codeSubject': { sv: 'Samlad: bekräfta din e-postadress', en: 'Samlad: confirm your e-mail address' },
    'digest.codeMail': {
      sv: 'Hej!\n\nNågon som är inloggad i Samlad vill få mejl till den här adressen. Är det du? Skriv koden på sidan:\n\n{code}\n{address}\n\nÄr det inte du? Gör inget. Då skickas inget mer.\n',
      en: 'Hello!\n\nSomebody signed in to Samlad wants e-mail sent to this address. Is it you? Write the code on the page:\n\n{code}\n{address}\n\nIs it not you? Do nothing. Then nothing more is sent.\n',
    },
    'digest.subject': {
      sv: 'Samlad: {n, plural, one {# sak} other {# saker}} att göra',
      en: 'Samlad: {n, plural, one {# thing} other {# things}} to do',
    },
    'digest.invented': { sv: 'PÅHITTADE DATA', en: 'INVENTED DATA' },
    'digest.hello': { sv: 'Hej!', en: 'Hello!' },
    'digest.place': {
      sv: '{place}: {n, plural, one {# sak} other {# saker}} att göra{late, plural, =0 {} other {, # försenade}}',
      en: '{place}: {n, plural, one {# thing} other {# things}} to do{late, plural, =0 {} other {, # late}}',
    },
    'digest.why': {
      sv: 'Du får mejlet för att du har bett om det. Sluta få det: {address}',
      en: 'You get this e-mail because you asked for it. Stop it: {address}',
    },
    'digest.kind.applicationUnanswered': {
      sv: 'Ansökan som medlemmar inte har svarat på',
      en: 'Application that members have not answered',
    },
    'digest.kind.memberUnanswered': { sv: 'Ansökan som ni inte har svarat på', en: 'Application that you have not answered' },
    'digest.kind.applicationMeeting': { sv: 'Beredning vars förslag ska anges', en: 'Preparation whose recommendation is to be entered' },
    'digest.kind.applicationBoard': { sv: 'Ansökan för styrelsen att besluta om', en: 'Application for the board to decide' },
    'digest.kind.applicationAgreement': { sv: 'Avtal att teckna', en: 'Agreement to sign' },
    'digest.kind.applicationStart': { sv: 'Insats att starta', en: 'Intervention to start' },
    'digest.kind.grantReport': { sv: 'Rapport om beviljade medel', en: 'Report on money granted' },
    'digest.kind.drawdownWaits': { sv: 'Medel med rekvisitioner som väntar', en: 'Grant with drawdowns that wait' },
    'digest.kind.commissionReport': { sv: 'Redovisning av ett riktat uppdrag', en: 'Report on a commission' },
    'digest.kind.adoptionCheck': { sv: 'Kontroll av något som togs över', en: 'Check of something taken over' },
    'digest.kind.adoptionDecision': { sv: 'Avslutad insats att besluta om', en: 'Intervention that is over, to be decided on' },
    'digest.kind.yearReopening': { sv: 'Begäran att öppna ett stängt år', en: 'Request to open a closed year' },
  }
}
