import type { Catalogue } from '../../values/catalogue.ts'

/** What is wrong with a SIE file, and what to know of one. */
export const sieMessages: Catalogue = {
  'sie.row': { sv: 'Rad {line}: {what}', en: 'Line {line}: {what}' },
  'sie.fault.openQuote': { sv: 'Ett citattecken saknas.', en: 'A quotation mark is missing.' },
  'sie.fault.openBrace': { sv: 'En slutklammer } saknas.', en: 'A closing brace } is missing.' },
  'sie.fault.oddObjects': {
    sv: 'Inom klamrarna ska det stå dimension och objekt i par.',
    en: 'Within the braces there are to be pairs of dimension and object.',
  },
  'sie.fault.strayBrace': { sv: 'Här står en klammer som inte hör till något.', en: 'Here is a brace that belongs to nothing.' },
  'sie.fault.noLabel': { sv: 'Raden börjar inte med #. Är det en SIE-fil?', en: 'The line does not begin with #. Is it a SIE file?' },
  'sie.fault.openVoucher': {
    sv: 'Verifikation {voucher} avslutas aldrig. Är filen avklippt?',
    en: 'Voucher {voucher} never ends. Has the file been cut off?',
  },
  'sie.fault.outsideVoucher': { sv: '#TRANS står utanför en verifikation.', en: '#TRANS stands outside a voucher.' },
  'sie.fault.unbalanced': {
    sv: 'Verifikation {voucher} går inte jämnt ut: debet minus kredit är {kronor, number} kr.',
    en: 'Voucher {voucher} does not balance: debit less credit is SEK {kronor, number}.',
  },
  'sie.fault.badDate': { sv: '”{value}” är ingen dag. Dagar skrivs ÅÅÅÅMMDD.', en: '“{value}” is no day. Days are written YYYYMMDD.' },
  'sie.fault.badMonth': { sv: '”{value}” är ingen månad. Månader skrivs ÅÅÅÅMM.', en: '“{value}” is no month. Months are written YYYYMM.' },
  'sie.fault.badAccount': { sv: '”{value}” är inget kontonummer.', en: '“{value}” is no account number.' },
  'sie.fault.badAmount': {
    sv: '”{value}” är inget belopp. Belopp skrivs med punkt: -1234.50.',
    en: '“{value}” is no amount. Amounts are written with a point: -1234.50.',
  },
  'sie.fault.noObjects': { sv: 'Klamrarna efter kontot saknas.', en: 'The braces after the account are missing.' },
  'sie.fault.currency': { sv: 'Bokföringen är i {value}, inte i svenska kronor.', en: 'The books are in {value}, not in Swedish kronor.' },
  'sie.fault.unknownType': {
    sv: 'Filen är av SIE-typ {value}. Typ 1–4 kan läsas.',
    en: 'The file is of SIE type {value}. Types 1–4 can be read.',
  },
  'sie.fault.nothingInIt': { sv: 'Filen har varken saldon eller verifikationer.', en: 'The file has neither balances nor vouchers.' },
  'sie.fault.noYear': { sv: 'Raden #RAR 0, räkenskapsåret, saknas.', en: 'The line #RAR 0, the financial year, is missing.' },
  'sie.fault.brokenYear': {
    sv: 'Räkenskapsåret är {from}–{to}. Ett förbunds år är kalenderåret.',
    en: 'The financial year is {from}–{to}. That of an association is the calendar year.',
  },
  'sie.fault.outsideYear': {
    sv: 'Verifikation {voucher} är daterad {dated}, utanför räkenskapsåret.',
    en: 'Voucher {voucher} is dated {dated}, outside the financial year.',
  },
  'sie.warning.vouchersAlone': {
    sv: 'Filen är av typ 4I: den innehåller bara verifikationer, gjorda för att läsas in i ett bokföringssystem. Är det inte hela årets bokföring blir utfallet för litet. Exportera helst en fil av typ 4E (ofta med ändelsen .se).',
    en: 'The file is of type 4I: it has vouchers alone, made to be read into an accounting system. If they are not the whole year’s books the actuals come out too small. Export a file of type 4E (often ending in .se) if you can.',
  },
  'sie.warning.noMonths': {
    sv: 'Filen är av typ 1: den har bara årets saldon, utan insatser och månader. Exportera helst typ 4E, eller typ 3.',
    en: 'The file is of type 1: it has the year’s balances alone, without interventions or months. Export type 4E, or type 3, if you can.',
  },
  'sie.warning.notItsSum': {
    sv: 'Konto {account}: raderna är tillsammans {rows, number} kr, men filen säger att saldot är {sum, number} kr. Raderna räknas.',
    en: 'Account {account}: the rows are SEK {rows, number} together, but the file says that the balance is SEK {sum, number}. The rows count.',
  },
  'sie.warning.afterThrough': {
    sv: 'Filen säger att den gäller till och med {through}, men har senare verifikationer.',
    en: 'The file says that it goes to {through}, but has later vouchers.',
  },
  'sie.fault.checksumMissing': {
    sv: 'Filen har en kontrollsumma (#KSUMMA) som börjar men inte slutar. Den är troligen avkortad: exportera den igen.',
    en: 'The file has a checksum (#KSUMMA) that begins and does not end. It is probably cut: export it again.',
  },
  'sie.warning.checksum': {
    sv: 'Filens kontrollsumma (#KSUMMA) stämmer inte med innehållet. Den kan ha ändrats efter exporten, eller räknar bokföringsprogrammet summan på sitt eget sätt. Jämför noga innan den läses in.',
    en: 'The file’s checksum (#KSUMMA) does not match its content. It may have been changed after the export, or the program reckons the sum in a way of its own. Compare with care before it is read in.',
  },
  'sie.warning.charset': {
    sv: 'Filen är skriven i {charset}, inte i PC8 som formatet säger. Kontrollera att å, ä och ö ser rätt ut.',
    en: 'The file is written in {charset}, not in PC8 as the format says. See that å, ä and ö look right.',
  },
}
