import type { ConsentLanguage } from './domain.ts'

/** The fixed words of a sheet to sign. They are in the language of the text, whatever language the page is in. */
export interface SheetWords {
  title: string
  yes: string
  secrecy: string
  signature: string
}

export const sheetWords: Record<ConsentLanguage, SheetWords> = {
  sv: {
    title: 'Samtycke till uppföljning',
    yes: 'Jag samtycker till att uppgifterna sparas.',
    secrecy: 'Jag samtycker också till att myndigheterna i insatsen får lämna uppgifter om mig till varandra.',
    signature: 'Datum och underskrift',
  },
  'sv-easy': {
    title: 'Får vi skriva upp hur det går för dig?',
    yes: 'Ja, ni får skriva upp hur det går för mig.',
    secrecy: 'Ja, de som hjälper mig får prata med varandra om mig.',
    signature: 'Dag och ditt namn',
  },
  en: {
    title: 'Consent to follow-up',
    yes: 'I consent to the record being kept.',
    secrecy: 'I also consent to the authorities in the intervention telling each other about me.',
    signature: 'Date and signature',
  },
  ar: {
    title: 'الموافقة على المتابعة',
    yes: 'أوافق على حفظ بياناتي.',
    secrecy: 'أوافق أيضًا على أن تتبادل الجهات المشاركة في النشاط المعلومات عني.',
    signature: 'التاريخ والتوقيع',
  },
  so: {
    title: 'Oggolaanshaha la socodka',
    yes: 'Waan oggolahay in xogta la kaydiyo.',
    secrecy: 'Sidoo kale waan oggolahay in hay’adaha hawsha ka qayb qaata ay is-weydaarsadaan xogtayda.',
    signature: 'Taariikhda iyo saxiixa',
  },
  uk: {
    title: 'Згода на подальше спостереження',
    yes: 'Я погоджуюся, щоб мої дані зберігалися.',
    secrecy: 'Я також погоджуюся, щоб установи, які беруть участь у заході, передавали одна одній відомості про мене.',
    signature: 'Дата і підпис',
  },
}
