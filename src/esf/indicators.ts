import type { Text } from '../values/codeList.ts'

/** Where in the annex an indicator stands. */
export type IndicatorPart = 'output' | 'otherOutput' | 'entities' | 'immediate' | 'longerTerm'

/** Whether the register asks what an indicator needs: all of it, some of it so that the count is at least, or nothing; or it counts no participants. */
export type Asked = 'whole' | 'atLeast' | 'notAsked' | 'notParticipants'

/** A common indicator of the ESF+. */
export interface Indicator {
  code: string
  part: IndicatorPart
  /** The wording of the annex in English, and the same in Swedish in words of our own. */
  wording: Text
  asked: Asked
  /** How it is counted here, or why it is not. */
  note: Text
}

/** Where the list is from, as it is cited beside it. */
export const indicatorSource =
  'Regulation (EU) 2021/1057 of the European Parliament and of the Council of 24 June 2021 establishing the European Social Fund Plus (ESF+), Annex I (OJ L 231, 30.6.2021, p. 21)'

const none = { sv: '', en: '' }
const notAsked = (sv: string, en: string): Pick<Indicator, 'asked' | 'note'> => ({ asked: 'notAsked', note: { sv, en } })
const atLeast = (sv: string, en: string): Pick<Indicator, 'asked' | 'note'> => ({ asked: 'atLeast', note: { sv, en } })
const whole = (sv: string, en: string): Pick<Indicator, 'asked' | 'note'> => ({ asked: 'whole', note: { sv, en } })
const ageNote = whole('Ålder vid start: årtal minus födelseår.', 'Age at the start: year less birth year.')

/**
 * The common output and result indicators for general support of the ESF+, in the order and words of Annex I of Regulation (EU) 2021/1057. Codes are those of the Commission's
 * monitoring (EECO, EECR). Data are broken down by sex, says the annex; of persons the register holds women and men.
 */
export const indicators: readonly Indicator[] = [
  {
    ...{ code: 'EECO01', part: 'output', wording: { sv: 'Totalt antal deltagare', en: 'Total number of participants' } },
    ...whole('En person räknas en gång per insats.', 'A person counts once in an intervention.'),
  },
  {
    ...{ code: 'EECO02', part: 'output' },
    wording: { sv: 'Arbetslösa, även långtidsarbetslösa', en: 'Unemployed, including long-term unemployed' },
    ...whole('Aktivt arbetssökande vid start.', 'Actively seeking work at the start.'),
  },
  {
    ...{ code: 'EECO03', part: 'output', wording: { sv: 'Långtidsarbetslösa', en: 'Long-term unemployed' } },
    ...notAsked(
      'Hur länge någon varit arbetslös frågas inte. Tid sedan senaste arbete är något annat.',
      'How long somebody has been unemployed is not asked. Time since last work is another thing.',
    ),
  },
  {
    ...{ code: 'EECO04', part: 'output', wording: { sv: 'Utanför arbetskraften', en: 'Inactive' } },
    ...whole(
      'Varken arbete eller arbetssökande vid start. Studerande räknas hit.',
      'Neither work nor job-seeking at the start, students among them.',
    ),
  },
  {
    ...{ code: 'EECO05', part: 'output' },
    wording: { sv: 'Sysselsatta, även egenföretagare', en: 'Employed, including self-employed' },
    ...whole('Arbete av någon omfattning vid start.', 'Work of any extent at the start.'),
  },
  {
    ...{ code: 'EECO06', part: 'output', wording: { sv: 'Barn under 18 år', en: 'Number of children below 18 years of age' } },
    ...ageNote,
  },
  {
    ...{ code: 'EECO07', part: 'output', wording: { sv: 'Unga mellan 18 och 29 år', en: 'Young people between 18 and 29 years of age' } },
    ...ageNote,
  },
  {
    ...{ code: 'EECO08', part: 'output' },
    wording: { sv: 'Deltagare som är 55 år eller äldre', en: 'Number of participants of 55 years of age and above' },
    ...ageNote,
  },
  {
    ...{ code: 'EECO09', part: 'output' },
    wording: { sv: 'Med högst grundskola (ISCED 0–2)', en: 'With lower secondary education or less (ISCED 0-2)' },
    ...whole('Ej slutförd grundskola, eller grundskola.', 'Compulsory school, completed or not.'),
  },
  {
    ...{ code: 'EECO10', part: 'output' },
    wording: {
      sv: 'Med gymnasium (ISCED 3) eller eftergymnasial, ej högre, utbildning (ISCED 4)',
      en: 'With upper secondary (ISCED 3) or post-secondary education (ISCED 4)',
    },
    ...atLeast(
      'Gymnasium. De som har ISCED 4 står under eftergymnasial, som inte delas upp.',
      'Upper secondary. Those with ISCED 4 stand among the post-secondary, which are not divided.',
    ),
  },
  {
    ...{ code: 'EECO11', part: 'output' },
    wording: { sv: 'Med högre utbildning (ISCED 5–8)', en: 'With tertiary education (ISCED 5 to 8)' },
    ...notAsked(
      'Eftergymnasial utbildning delas inte upp i ISCED 4 och 5–8.',
      'Post-secondary education is not divided into ISCED 4 and 5 to 8.',
    ),
  },
  {
    ...{ code: 'EECO12', part: 'otherOutput', wording: { sv: 'Deltagare med funktionsnedsättning', en: 'Participants with disabilities' } },
    ...notAsked(
      'Frågas inte. Målgruppen neuropsykiatrisk funktionsnedsättning är bara en del.',
      'Not asked. The target group of neuropsychiatric disabilities is a part only.',
    ),
  },
  {
    ...{ code: 'EECO13', part: 'otherOutput', wording: { sv: 'Tredjelandsmedborgare', en: 'Third-country nationals' } },
    ...notAsked('Medborgarskap frågas inte.', 'Citizenship is not asked.'),
  },
  {
    ...{ code: 'EECO14', part: 'otherOutput' },
    wording: { sv: 'Deltagare med utländsk bakgrund', en: 'Participants with a foreign background' },
    ...atLeast('Utrikes födda. Föräldrars födelseland frågas inte.', 'Born abroad. Where parents were born is not asked.'),
  },
  {
    ...{ code: 'EECO15', part: 'otherOutput' },
    wording: {
      sv: 'Minoriteter (även marginaliserade grupper som romer)',
      en: 'Minorities (including marginalised communities, such as Roma people)',
    },
    ...notAsked('Frågas inte, och får inte antecknas här.', 'Not asked, and may not be recorded here.'),
  },
  {
    ...{ code: 'EECO16', part: 'otherOutput' },
    wording: { sv: 'Hemlösa eller utestängda från bostadsmarknaden', en: 'Homeless or affected by housing exclusion' },
    ...notAsked('Frågas inte.', 'Not asked.'),
  },
  {
    ...{ code: 'EECO17', part: 'otherOutput', wording: { sv: 'Deltagare från landsbygd', en: 'Participants from rural areas' } },
    ...notAsked(
      'Hemkommun är känd, men inte om personen bor på landsbygd.',
      'The municipality is known, but not whether the person lives in a rural area.',
    ),
  },
  {
    ...{ code: 'EECO18', part: 'entities' },
    wording: {
      sv: 'Offentliga förvaltningar eller tjänster som fått stöd, nationellt, regionalt eller lokalt',
      en: 'Number of supported public administrations or public services at national, regional or local level',
    },
    ...{ asked: 'notParticipants', note: none },
  },
  {
    ...{ code: 'EECO19', part: 'entities' },
    wording: {
      sv: 'Mikroföretag, små och medelstora företag som fått stöd (även kooperativa och sociala företag)',
      en: 'Number of supported micro, small and medium-sized enterprises (including cooperative enterprises and social enterprises)',
    },
    ...{ asked: 'notParticipants', note: none },
  },
  {
    ...{ code: 'EECR01', part: 'immediate' },
    wording: { sv: 'Deltagare som söker arbete när de slutar', en: 'Participants engaged in job searching upon leaving' },
    ...whole('Av dem som var utanför arbetskraften vid start.', 'Of those who were inactive at the start.'),
  },
  {
    ...{ code: 'EECR02', part: 'immediate' },
    wording: { sv: 'Deltagare i utbildning när de slutar', en: 'Participants in education or training upon leaving' },
    ...whole('Av dem som inte studerade vid start.', 'Of those who did not study at the start.'),
  },
  {
    ...{ code: 'EECR03', part: 'immediate' },
    wording: { sv: 'Deltagare som fått en kvalifikation när de slutar', en: 'Participants gaining a qualification upon leaving' },
    ...notAsked('Frågas inte.', 'Not asked.'),
  },
  {
    ...{ code: 'EECR04', part: 'immediate' },
    wording: {
      sv: 'Deltagare i sysselsättning, även som egenföretagare, när de slutar',
      en: 'Participants in employment, including self-employment, upon leaving',
    },
    ...whole('Av dem som inte arbetade vid start.', 'Of those who did not work at the start.'),
  },
  {
    ...{ code: 'EECR05', part: 'longerTerm' },
    wording: {
      sv: 'Deltagare i sysselsättning, även som egenföretagare, sex månader efter att de slutat',
      en: 'Participants in employment, including self-employment, six months after leaving',
    },
    ...whole(
      'Av dem som inte arbetade vid start, enligt uppföljningen 6 månader efter avslut.',
      'Of those who did not work at the start, by the follow-up 6 months after exit.',
    ),
  },
  {
    ...{ code: 'EECR06', part: 'longerTerm' },
    wording: {
      sv: 'Deltagare med förbättrad situation på arbetsmarknaden sex månader efter att de slutat',
      en: 'Participants with an improved labour market situation six months after leaving',
    },
    ...notAsked(
      'Gäller dem som arbetade vid start. Anställningens villkor före och efter frågas inte.',
      'Is of those who worked at the start. The terms of employment before and after are not asked.',
    ),
  },
]
