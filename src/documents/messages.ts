import type { Catalogue } from '../values/catalogue.ts'

/** Texts about files that are kept. */
export const documentMessages: Catalogue = {
  'documents.pick': { sv: 'Välj eller släpp en fil', en: 'Choose or drop a file' },
  'documents.help': {
    sv: 'PDF, Word (.docx) eller Excel (.xlsx), högst {most} MB. Handlingen får inte innehålla uppgifter om deltagare.',
    en: 'PDF, Word (.docx) or Excel (.xlsx), at most {most} MB. The document may hold nothing about participants.',
  },
  'documents.size': { sv: '{kind}, {size} kB', en: '{kind}, {size} kB' },
  'documents.empty': { sv: 'Filen är tom.', en: 'The file is empty.' },
  'documents.tooLarge': {
    sv: 'Filen är större än {most} MB. Välj en mindre.',
    en: 'The file is larger than {most} MB. Choose a smaller one.',
  },
  'documents.notAKind': {
    sv: 'Filen är inte PDF, Word (.docx) eller Excel (.xlsx), vad den än heter. Spara den som något av dem.',
    en: 'The file is not PDF, Word (.docx) or Excel (.xlsx), whatever its name. Save it as one of these.',
  },
  'documents.locked': {
    sv: 'Filen är skyddad med lösenord eller av ett äldre slag (.doc, .xls). Spara den utan lösenord, som PDF, .docx eller .xlsx.',
    en: 'The file is protected by a password or of an older kind (.doc, .xls). Save it without a password, as PDF, .docx or .xlsx.',
  },
  'documents.macros': {
    sv: 'Filen innehåller makron. Spara den utan makron, eller som PDF.',
    en: 'The file holds macros. Save it without, or as PDF.',
  },
  'documents.damaged': {
    sv: 'Filen är inte hel. Hämta den igen där den kommer ifrån.',
    en: 'The file is not whole. Fetch it again from where it comes.',
  },
  'documents.nameNeeded': { sv: 'Filen har inget namn.', en: 'The file has no name.' },
  'documents.badName': {
    sv: 'Filens namn har tecken som inte kan användas. Byt namn på den.',
    en: 'The file’s name has signs that cannot be used. Rename it.',
  },
  'documents.arrivedBefore': {
    sv: 'En annan fil har kommit in från samma formulär: {name}. Ladda om sidan.',
    en: 'Another file has arrived from the same form: {name}. Reload the page.',
  },
  'documents.none': { sv: 'Ingen handling är bifogad.', en: 'No document is attached.' },
  'documents.detach': { sv: 'Ta bort', en: 'Take away' },
  'documents.reason': { sv: 'Varför handlingen tas bort', en: 'Why the document is taken away' },
  'documents.reasonNeeded': { sv: 'Skriv varför handlingen tas bort.', en: 'Say why the document is taken away.' },
  'documents.attached': { sv: 'Handlingen är bifogad.', en: 'The document is attached.' },
  'documents.detached': { sv: 'Handlingen är borttagen från sidan.', en: 'The document is taken away from the page.' },
  'documents.keptBy': { sv: 'Infört {when} av {name}', en: 'Entered {when} by {name}' },
  'documents.tooMany': {
    sv: 'Här finns redan {most} handlingar. Ta bort någon först.',
    en: 'There are {most} documents here already. Take one away first.',
  },
}
