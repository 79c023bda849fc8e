import type { Text } from '../../values/codeList.ts'

/** What the 25 items of IPS-25 are about, in words of our own; the licensed texts with their anchors are brought in as a file by whoever may use them. */
export const ipsItems: readonly Text[] = [
  { sv: 'Hur många personer varje arbetsspecialist stöder samtidigt', en: 'How many persons each employment specialist supports at once' },
  { sv: 'Arbetsspecialisten gör bara arbetsstöd, inga andra uppgifter', en: 'The specialist works with employment alone, no other tasks' },
  { sv: 'Samma arbetsspecialist följer personen genom alla steg', en: 'The same specialist follows the person through every step' },
  { sv: 'Arbetsspecialisten hör till ett eller två vårdteam', en: 'The specialist belongs to one or two care teams' },
  {
    sv: 'Arbetsspecialisten och vårdteamet möts ofta och beslutar ihop',
    en: 'The specialist and the care team meet often and decide together',
  },
  {
    sv: 'Samarbete med Arbetsförmedlingen och Försäkringskassan om personerna',
    en: 'Cooperation with the employment and insurance agencies about the persons',
  },
  { sv: 'Arbetsspecialisterna är en egen grupp med gemensam handledning', en: 'The specialists are a unit with supervision together' },
  { sv: 'Metodhandledaren leder arbetet och följer resultaten', en: 'The supervisor leads the work and follows the results' },
  { sv: 'Ingen sållas bort: den som vill arbeta får vara med', en: 'Nobody is screened out: whoever wants to work may take part' },
  { sv: 'Hela verksamheten ser vanligt arbete som ett mål', en: 'The whole organisation has ordinary work as a goal' },
  { sv: 'Ledningen stöder metoden och undanröjer hinder', en: 'The management supports the method and removes obstacles' },
  {
    sv: 'Personen får veta vad arbete betyder för ersättningar och ekonomi',
    en: 'The person is told what work means for benefits and income',
  },
  { sv: 'Personen väljer vad arbetsgivare får veta', en: 'The person chooses what employers are told' },
  { sv: 'Kartläggningen görs i arbetet och fortsätter hela tiden', en: 'The mapping is made in work and goes on all the time' },
  { sv: 'Kontakt med arbetsgivare tas snabbt, inom en månad', en: 'Employers are contacted quickly, within a month' },
  {
    sv: 'Sökandet går efter personens önskemål, inte efter lediga platser',
    en: 'The search goes by what the person wants, not by vacancies',
  },
  { sv: 'Arbetsspecialisten träffar många arbetsgivare varje vecka', en: 'The specialist meets many employers every week' },
  { sv: 'Kontakten med arbetsgivare byggs upp vid flera möten', en: 'The contact with employers is built over several meetings' },
  { sv: 'Arbetena är av många olika slag', en: 'The jobs are of many kinds' },
  { sv: 'Arbetena finns hos många olika arbetsgivare', en: 'The jobs are with many employers' },
  { sv: 'Arbetena är vanliga anställningar som vem som helst kan söka', en: 'The jobs are ordinary ones that anybody may apply for' },
  { sv: 'Stödet efter anställning är anpassat för var och en', en: 'The support after being hired is fitted to each person' },
  { sv: 'Stödet pågår så länge personen behöver det', en: 'The support goes on as long as the person needs it' },
  { sv: 'Arbetsspecialisten är mest ute, inte på kontoret', en: 'The specialist is mostly out, not in the office' },
  { sv: 'Teamet söker upp den som uteblir', en: 'The team seeks out whoever does not come' },
]
