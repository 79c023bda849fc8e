import type { Locale, Text } from '../../../values/codeList.ts'
import type { PublishedCoverage } from './coverage.ts'
import type { ReleaseDocument } from './document.ts'

/** A part of the report on protection. */
export interface ReportSection {
  heading: string
  paragraphs: string[]
}

/**
 * The report on what tables are protected against, for a lawyer to read: made of the frozen document alone, so it tells nothing of what is hidden.
 * @param documentHash SHA-256 of the document that it is about
 */
export function reportOf(document: ReleaseDocument, documentHash: string, locale: Locale): ReportSection[] {
  return (locale === 'sv' ? swedish : english)(document, documentHash)
}

/** The report as plain text with headings (Markdown). */
export function reportText(title: string, sections: readonly ReportSection[]): string {
  return [`# ${title}`, ...sections.flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs])].join('\n\n') + '\n'
}

const knows = {
  la: {
    sv: 'ser allt som visas, vet att summor stämmer, känner metoden och gränsen och vet dessutom vilka dolda celler som är små i sig själva',
    en: 'sees all that is shown, knows that sums hold, the method and the threshold, and moreover which hidden cells are small themselves',
  },
  gs: {
    sv: 'ser allt som visas, vet att summor stämmer och att nollor visas, alltså att ett dolt antal är minst 1',
    en: 'sees all that is shown, knows that sums hold and that noughts are shown, so that a hidden count is at least 1',
  },
  pm1: { sv: 'ser allt som visas och vet att summor stämmer', en: 'sees all that is shown and knows that sums hold' },
  rule: {
    sv: 'ser allt som visas, vet att summor stämmer och att nollor visas',
    en: 'sees all that is shown, knows that sums hold and that noughts are shown',
  },
  rule0: { sv: 'ser allt som visas och vet att summor stämmer', en: 'sees all that is shown and knows that sums hold' },
}

const demands = {
  la: { sv: 'minst två olika värden är möjliga för varje litet antal', en: 'at least two values are possible for each small count' },
  gs: { sv: 'minst två olika värden är möjliga för varje litet antal', en: 'at least two values are possible for each small count' },
  pm1: { sv: 'ett mer och ett mindre är möjligt för varje litet antal', en: 'one more and one less are possible for each small count' },
  rule: { sv: 'alla små antal från 1 är möjliga för varje litet antal', en: 'all small counts from 1 are possible for each small count' },
  rule0: {
    sv: 'alla antal från 0 till gränsen är möjliga för varje litet antal',
    en: 'all counts from 0 to the threshold are possible for each small count',
  },
}

const levels = {
  nation: { sv: 'hela riket', en: 'Sweden' },
  region: { sv: 'regioner', en: 'regions' },
  association: { sv: 'samordningsförbund', en: 'associations' },
  intervention: { sv: 'insatser', en: 'interventions' },
}

function swedish({ policy, hidden, dataDate, software, coverage }: ReleaseDocument, hash: string): ReportSection[] {
  const { threshold, mode, zeros, groups } = policy
  const lines = hidden.map((one) => `${levels[one.level].sv}: ${one.hidden} av ${one.cells} celler är dolda`)
  return [
    {
      heading: 'Vad som skyddas',
      paragraphs: [
        `Tabellerna är antal deltaganden. Ett antal från 1 till ${threshold - 1} kan handla om en person som någon känner, och visas aldrig.`,
        ...(groups
          ? [
              'Att alla i en grupp har samma utfall, försörjning eller sysselsättning visas inte heller: det vore en uppgift om var och en av dem.',
            ]
          : []),
        `Grupper som är mindre än ${threshold} delas inte upp i delar.`,
        ...(coverage === undefined ? [] : [coverageText(coverage, threshold).sv]),
      ],
    },
    {
      heading: 'Mot vem',
      paragraphs: [
        `Skyddet håller mot någon som ${knows[mode].sv}. Kravet är att ${demands[mode].sv}.`,
        'Den vi räknar med har också allt som har getts ut tidigare: nya tabeller skyddas tillsammans med de gamla, och skillnader mellan perioder räknas som tabeller.',
      ],
    },
    {
      heading: 'Hur',
      paragraphs: [
        'Utöver de små antalen är så många andra celler dolda som behövs för att de små inte ska gå att räkna ut ur summor. Alla dolda celler har samma tecken.',
        zeros ? 'Också nollor får döljas.' : 'Nollor visas.',
        ...lines,
      ],
    },
    {
      heading: 'Vad som har prövats',
      paragraphs: [
        'För varje litet antal finns ett bevis: en annan tabell med hela antal som stämmer med allt som visas. Beviset kontrollerades med heltalsräkning av ett program utan lösare innan något fick ges ut. Utan bevis ges ingenting ut.',
        'Beviset är räknat kring de sanna talen. Det är lika hemligt som uppgifterna och finns bara hos den som har dem.',
        'En angripare av det slag som anges ovan prövades mot varje litet antal, åt båda håll, med linjär programmering. Inget antal blev känt.',
      ],
    },
    {
      heading: 'Vad som fortfarande är möjligt',
      paragraphs: [
        'Den som själv är med i en grupp, eller känner några i den, vet mer än tabellen. Personal vid ett förbund vet förbundets egna antal.',
        'Ett dolt antal kan ringas in till några få värden. Skyddet lovar att det inte blir exakt känt, inte att det är helt okänt.',
        'Uppgifter från andra håll, som ett förbunds egen årsredovisning, ingår inte i prövningen om de inte har lagts in i liggaren.',
      ],
    },
    {
      heading: 'Underlag',
      paragraphs: [
        `Senaste registrering: ${dataDate ?? 'okänd'}. Program: ${software}. SHA-256: ${hash}.`,
        'Ingår inte i Sveriges officiella statistik.',
      ],
    },
  ]
}

function english({ policy, hidden, dataDate, software, coverage }: ReleaseDocument, hash: string): ReportSection[] {
  const { threshold, mode, zeros, groups } = policy
  const lines = hidden.map((one) => `${levels[one.level].en}: ${one.hidden} of ${one.cells} cells are hidden`)
  return [
    {
      heading: 'What is protected',
      paragraphs: [
        `The tables are counts of participations. A count from 1 to ${threshold - 1} may be about somebody whom somebody knows, and is never shown.`,
        ...(groups
          ? ['Nor is it shown that all of a group have the same outcome, support or occupation: that would tell of each of them.']
          : []),
        `Groups smaller than ${threshold} are not divided.`,
        ...(coverage === undefined ? [] : [coverageText(coverage, threshold).en]),
      ],
    },
    {
      heading: 'Against whom',
      paragraphs: [
        `The protection holds against somebody who ${knows[mode].en}. The demand is that ${demands[mode].en}.`,
        'They also have all that came out before: new tables are protected together with the old ones, and differences between periods are reckoned as tables.',
      ],
    },
    {
      heading: 'How',
      paragraphs: [
        'Beside the small counts, as many other cells are hidden as it takes so that the small ones cannot be worked out from sums. All hidden cells have the same sign.',
        zeros ? 'Noughts may be hidden as well.' : 'Noughts are shown.',
        ...lines,
      ],
    },
    {
      heading: 'What was tried',
      paragraphs: [
        'For each small count there is a proof: another table of whole counts that agrees with all that is shown. It was checked by whole-number arithmetic, by a program without a solver, before anything could come out. Without a proof nothing does.',
        'The proof is computed around the true counts. It is as secret as they are, and stays with whoever holds them.',
        'An attacker as described above was tried against each small count, both ways, by linear programming. No count became known.',
      ],
    },
    {
      heading: 'What remains possible',
      paragraphs: [
        'Whoever is in a group, or knows some who are, knows more than the table. Staff of an association know its own counts.',
        'A hidden count may be confined to a few values. The promise is that it does not become known exactly, not that nothing is known of it.',
        'Figures from elsewhere, such as an association’s own annual report, are not part of what was tried unless they stand in the ledger.',
      ],
    },
    {
      heading: 'What it rests on',
      paragraphs: [
        `Latest registration: ${dataDate ?? 'unknown'}. Software: ${software}. SHA-256: ${hash}.`,
        'Not part of the official statistics of Sweden.',
      ],
    },
  ]
}

function coverageText(coverage: PublishedCoverage, threshold: number): Text {
  if (!coverage)
    return {
      sv: 'Täckningen kan inte anges utan att ett antal som ingen ska få veta kommer nära.',
      en: 'Coverage cannot be told without coming close to a number that nobody is to know.',
    }
  const { percent, step } = coverage
  return {
    sv: `Täckningen är omkring ${percent} %: så stor del av landets deltaganden i perioden är registrerade. Resten räknas bara i antal. Den anges i steg om ${step} procentenheter, så att det antalet kan vara minst ${threshold} olika tal.`,
    en: `Coverage is about ${percent} %: so large a part of the participations of the country in the period are registered. The rest are counted in numbers alone. It is told in steps of ${step} percentage points, so that their number may be any of at least ${threshold}.`,
  }
}
