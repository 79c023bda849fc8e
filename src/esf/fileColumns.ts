import { Sex } from '../participations/codes.ts'
import type { FileRow } from './monthFile.ts'

/** A column of the participant file: its title, what its values mean, and the value of a row. In Swedish alone, as the file is for Swedish authorities. */
export interface FileColumn {
  title: string
  about: string
  of(row: FileRow, identity: string | undefined): string | number | { date: string } | null
}

const yesNo = (is: boolean): string => (is ? 'Ja' : 'Nej')

/**
 * What Statistics Sweden (SCB, Europeiska socialfonden) asks of each participant each month is the personal number, the start in the month it began, the end in the month it ended, and the time in
 * activities. The layout of SCB's own workbook is not public; the columns here are to be copied into it. Read at scb.se/lamna-uppgifter/undersokningar/Europeiska-socialfonden.
 */
export const fileColumns: readonly FileColumn[] = [
  {
    title: 'Deltagarkod',
    about: 'Samlads kod för deltagandet. Ta bort kolumnen innan uppgifterna lämnas: den säger inget för någon annan.',
    of: ({ code }) => code,
  },
  {
    title: 'Personnummer',
    about:
      'ÅÅÅÅMMDD-NNNN. Tomt när filen tagits ut utan personnummer, eller när numret inte finns i Samlad: fyll i det ur ert eget ärendesystem. För den som har skyddade personuppgifter används SCB:s ersättningsnummer, som står i SCB:s anvisning.',
    of: (_row, identity) => identity ?? null,
  },
  { title: 'Startdatum', about: 'Dagen då deltagandet började.', of: ({ entryDate }) => ({ date: entryDate }) },
  {
    title: 'Slutdatum',
    about: 'Dagen då deltagandet slutade, om det var i månaden. Ett senare slut står i filen för sin egen månad.',
    of: ({ exitDate }) => (exitDate === null ? null : { date: exitDate }),
  },
  { title: 'Började i månaden', about: 'Ny i den här filen.', of: ({ begins }) => yesNo(begins) },
  { title: 'Slutade i månaden', about: 'Sista filen för deltagandet.', of: ({ ends }) => yesNo(ends) },
  { title: 'Kön', about: 'För kontroll mot personnumret.', of: ({ sex }) => Sex.label(sex, 'sv') },
  { title: 'Födelseår', about: 'För kontroll mot personnumret.', of: ({ birthYear }) => birthYear },
  {
    title: 'Timmar',
    about: 'Frågas inte i Samlad, så kolumnen är tom. Fyll i tiden ur närvarorapporterna.',
    of: () => null,
  },
]
