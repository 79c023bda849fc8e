import type { Catalogue } from '../../../values/catalogue.ts'

/** Texts about reading in what came out on another node. */
export const receivedMessages = {
  'publication.receive': { sv: 'Läs in en utgåva', en: 'Read in a release' },
  'publication.receiveHelp': {
    sv: 'Den zip-fil som heter ”Allt” där utgåvan gavs ut. Den kontrolleras mot sina hashar och sin policy först. Inga uppgifter om enskilda finns i den.',
    en: 'The zip called “Everything” where the release came out. It is checked against its hashes and its policy first. It holds no records of persons.',
  },
  'publication.receiving': { sv: 'Kontrollerar och läser in …', en: 'Checking and reading in …' },
  'publication.receivedOne': {
    sv: 'Utgåva {number} är inläst: {files, number} filer, {cells, number} celler varav {hidden, number} dolda, {sums, number} summor kontrollerade. Jämför hashen med den som står där utgåvan gavs ut:',
    en: 'Release {number} is read in: {files, number} files, {cells, number} cells of which {hidden, number} hidden, {sums, number} sums checked. Compare the hash with what stands where it came out:',
  },
  'publication.receivedKnown': {
    sv: 'Utgåva {number} fanns redan här, byte för byte. Inget är ändrat. Hash:',
    en: 'Release {number} was here already, byte for byte. Nothing has changed. Hash:',
  },
  'publication.receiveTooLarge': { sv: 'Filen är större än {most} MB.', en: 'The file is larger than {most} MB.' },
  'publication.notZip': {
    sv: 'Filen är ingen zip-fil som går att läsa. Hämta den på nytt, utan att packa upp den.',
    en: 'The file is no zip that can be read. Download it again, and do not unpack it.',
  },
  'publication.notWhole': {
    sv: 'Filen är inte som den gavs ut ({n, plural, one {ett fel} other {# fel}}). Inget är inläst. Hämta den på nytt; hjälper inte det, fråga den som gav ut den.',
    en: 'The file is not as it was released ({n, plural, one {one fault} other {# faults}}). Nothing is read in. Download it again; if that does not help, ask who released it.',
  },
  'publication.found': { sv: '{what}: {place}', en: '{what}: {place}' },
  'publication.noEdition': {
    sv: 'Filen säger inte vilken utgåva den är (edition.json saknas eller är skadad). Hämta den på nytt från en nyare version av Samlad.',
    en: 'The file does not say which release it is (edition.json is missing or damaged). Download it again from a newer version of Samlad.',
  },
  'publication.demoElsewhere': {
    sv: 'Utgåvan är gjord av påhittade data. Sådana läses bara in där ingen annan än den här datorn får svar.',
    en: 'The release is made of invented data. Those are read in only where nobody but this machine is answered.',
  },
  'publication.otherWithNumber': {
    sv: 'Här finns redan en annan utgåva med nummer {number}. En utgåva ändras aldrig; kommer filerna från olika håll?',
    en: 'There is another release with number {number} here. A release never changes; do the files come from different places?',
  },
} satisfies Catalogue
