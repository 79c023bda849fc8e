import type { Catalogue } from '../../values/catalogue.ts'

export const consentMessages = {
  'consent.title': { sv: 'Samtyckestexter', en: 'Texts on consent' },
  'consent.intro': {
    sv: 'Texten som deltagaren får läsa eller höra, på varje språk. En publicerad version ändras aldrig: det som någon samtyckt till går att läsa i efterhand.',
    en: 'The text that the participant reads or hears, in each language. A published version never changes: what somebody has consented to can be read afterwards.',
  },
  'consent.drafts': {
    sv: 'Ni har inte publicerat några texter. Det här är utkast att utgå från. Anpassa dem till ert beslut, och låt någon som kan språket granska översättningarna.',
    en: 'You have published no texts. These are drafts to begin from. Adapt them to your decision, and have translations checked by somebody who knows the language.',
  },
  'consent.nativeReader': {
    sv: 'Utkastet är inte läst av någon som har språket som modersmål. Det måste göras innan ni publicerar det.',
    en: 'Nobody with the language as mother tongue has read the draft. That must be done before you publish it.',
  },
  'consent.published': { sv: 'Version {version}, publicerad {at}.', en: 'Version {version}, published {at}.' },
  'consent.publish': { sv: 'Publicera som version {version}', en: 'Publish as version {version}' },
  'consent.publishedNow': { sv: 'Version {version} är publicerad.', en: 'Version {version} is published.' },
  'consent.textNeeded': { sv: 'Skriv en text på minst tjugo tecken.', en: 'Write a text of at least twenty characters.' },
  'consent.languageTwice': { sv: 'Ett språk står två gånger.', en: 'A language is there twice.' },
  'consent.inFuture': { sv: 'Dagen har inte inträffat än.', en: 'The day has not come yet.' },
  'consent.arrivedBefore': {
    sv: 'Det du först skickade kom fram: ett samtycke den {date}. Läs in sidan på nytt.',
    en: 'What you sent first arrived: a consent on {date}. Load the page again.',
  },
  'consent.unknownText': {
    sv: 'Det finns ingen text av den versionen på det språket.',
    en: 'There is no text of that version in that language.',
  },
  'consent.print': { sv: 'Skriv ut på {language}', en: 'Print in {language}' },
  'consent.printNow': { sv: 'Skriv ut', en: 'Print' },
  'consent.given': { sv: 'Samtycke eller information', en: 'Consent or information' },
  'consent.none': { sv: 'Inte registrerat hur och med vilken text.', en: 'Not recorded how and by which text.' },
  'consent.record': { sv: 'Registrera hur samtycket gavs', en: 'Record how consent was given' },
  'consent.givenOn': { sv: 'Dag', en: 'Day' },
  'consent.language': { sv: 'Textens språk', en: 'Language of the text' },
  'consent.how': { sv: 'Hur', en: 'How' },
  'consent.otherText': { sv: 'en annan text än den i Samlad', en: 'another text than the one in Samlad' },
  'consent.liftsSecrecy': {
    sv: 'Samtyckte också till att sekretessen bryts mellan parterna',
    en: 'Also consented to secrecy being lifted between the parties',
  },
  'consent.line': { sv: '{date}: {how}, {text}. {secrecy}', en: '{date}: {how}, {text}. {secrecy}' },
  'consent.textOf': { sv: 'text version {version} på {language}', en: 'text version {version} in {language}' },
  'consent.lifted': { sv: 'Sekretessen bruten.', en: 'Secrecy lifted.' },
  'consent.notLifted': { sv: 'Sekretessen inte bruten.', en: 'Secrecy not lifted.' },
} satisfies Catalogue
