import type { Text } from '../values/codeList.ts'

/** Names, labels and definitions of the measures: one definition each, on screen and in the codebook. */
const texts = {
  participations: [
    { sv: 'Deltaganden', en: 'Participations' },
    {
      sv: 'Deltaganden som pågick någon gång under perioden: start senast periodens slut och antingen inget avslut eller avslut tidigast periodens början. Den som deltar flera gånger räknas varje gång. Felregistreringar räknas inte.',
      en: 'Participations under way at some time in the period: entry by its end, and no exit or exit from its beginning. A person who takes part several times is counted each time. Entries made in error are left out.',
    },
  ],
  'distinct-persons': [
    { sv: 'Unika deltagare', en: 'Distinct participants' },
    {
      sv: 'Personer med minst ett deltagande under perioden. Exakt inom en personuppgiftsansvarig. Över flera räknas personer unika inom respektive huvudman, så summan är en övre gräns.',
      en: 'Persons with at least one participation in the period. Exact within one controller. Over several, persons are unique within each controller, so the sum is an upper bound.',
    },
  ],
  exits: [
    { sv: 'Avslut', en: 'Exits' },
    {
      sv: 'Deltaganden med avslutsdatum i perioden. Felregistreringar räknas inte.',
      en: 'Participations with an exit date in the period. Entries made in error are left out.',
    },
  ],
  'to-work-or-study': [
    { sv: 'Till arbete/studier vid avslut, SUS-mått', en: 'To work or study at exit (SUS measure)' },
    {
      sv: 'Avslut med arbete över 0 % eller studier över 0 % efter insatsen, delat med alla avslut. De vars sysselsättning är okänd finns kvar i nämnaren och visas bredvid.',
      en: 'Exits with work above 0 % or studies above 0 % afterwards, divided by all exits. Those whose occupation is unknown stay in the denominator and are shown beside it.',
    },
  ],
  'started-or-increased': [
    { sv: 'Började eller ökade arbete/studier', en: 'Started or increased work or study' },
    {
      sv: 'Avslut där arbete och studier tillsammans, i procent av heltid, är större efter än före, delat med alla avslut. En förändring, inte en effekt.',
      en: 'Exits where work and studies together, in per cent of full time, are larger after than before, divided by all exits. A change, not an effect.',
    },
  ],
  'job-seeking-after': [
    { sv: 'Aktivt arbetssökande vid avslut', en: 'Job-seeking at exit' },
    {
      sv: 'Avslut där personen söker arbete aktivt och varken arbetar eller studerar, delat med alla avslut.',
      en: 'Exits where the person actively seeks work and neither works nor studies, divided by all exits.',
    },
  ],
  'self-supporting-after': [
    { sv: 'Egen försörjning vid avslut', en: 'Self-supporting at exit' },
    {
      sv: 'Avslut med lön, eget företag eller studiestöd och ingen annan offentlig försörjning, delat med alla avslut. Ingen känd inkomst visas för sig och räknas aldrig som egen försörjning.',
      en: 'Exits with wages, own business or student aid and no other public support, divided by all exits. No known income is shown by itself and never counts as self-support.',
    },
  ],
  'right-support': [
    { sv: 'Rätt ersättning beviljad', en: 'Right support granted' },
    {
      sv: 'Avslut med anledningen ”Rätt ersättning beviljad”, delat med alla avslut.',
      en: 'Exits with the reason “Right support granted”, divided by all exits.',
    },
  ],
  'in-work-or-study-6-months': [
    { sv: 'I arbete/studier 6 månader efter start', en: 'In work or study 6 months after start' },
    {
      sv: 'Deltaganden som började under perioden: de som sex månader efter start arbetar minst 25 % eller studerar minst 50 %, av alla som började. Läget kommer från uppföljningarna. De som inte följts upp finns kvar i nämnaren och visas som okända. Bara de för vilka det har gått sex månader och två till är med.',
      en: 'Of participations that began in the period: those who work at least 25 % or study at least 50 % six months after start, divided by all who began. The state comes from the follow-ups. Those not followed up stay in the denominator and are shown as unknown. Only those are included for whom six months and two more have passed.',
    },
  ],
  'in-work-or-study-12-months': [
    { sv: 'I arbete/studier 12 månader efter start', en: 'In work or study 12 months after start' },
    {
      sv: 'Deltaganden som började under perioden: de som tolv månader efter start arbetar minst 25 % eller studerar minst 50 %, av alla som började. Läget kommer från uppföljningarna. De som inte följts upp finns kvar i nämnaren och visas som okända. Bara de för vilka det har gått tolv månader och två till är med. Det här är huvudmåttet för vad som händer över tid.',
      en: 'Of participations that began in the period: those who work at least 25 % or study at least 50 % twelve months after start, divided by all who began. The state comes from the follow-ups. Those not followed up stay in the denominator and are shown as unknown. Only those are included for whom twelve months and two more have passed.',
    },
  ],
  'in-work-or-study-24-months': [
    { sv: 'I arbete/studier 24 månader efter start', en: 'In work or study 24 months after start' },
    {
      sv: 'Deltaganden som började under perioden: de som tjugofyra månader efter start arbetar minst 25 % eller studerar minst 50 %, av alla som började. Läget kommer från uppföljningarna. De som inte följts upp finns kvar i nämnaren och visas som okända. Bara de för vilka det har gått tjugofyra månader och två till är med.',
      en: 'Of participations that began in the period: those who work at least 25 % or study at least 50 % twenty-four months after start, divided by all who began. The state comes from the follow-ups. Those not followed up stay in the denominator and are shown as unknown. Only those are included for whom twenty-four months and two more have passed.',
    },
  ],
  'still-in-work-or-study-6-months': [
    { sv: 'Kvar i arbete/studier 6 månader efter avslut', en: 'Still in work or study 6 months after exit' },
    {
      sv: 'Avslut till arbete eller studier under perioden: de som sex månader senare arbetar eller studerar, i någon omfattning, delat med alla som gjorde det vid avslutet. De som inte följts upp finns kvar i nämnaren och visas som okända. Bara de för vilka det har gått sex månader och två till är med.',
      en: 'Exits to work or study in the period: those who work or study to any extent six months later, divided by all who did at exit. Those not followed up stay in the denominator and are shown as unknown. Only those are included for whom six months and two more have passed.',
    },
  ],
  'still-in-work-or-study-12-months': [
    { sv: 'Kvar i arbete/studier 12 månader efter avslut', en: 'Still in work or study 12 months after exit' },
    {
      sv: 'Avslut till arbete eller studier under perioden: de som tolv månader senare arbetar eller studerar, i någon omfattning, delat med alla som gjorde det vid avslutet. De som inte följts upp finns kvar i nämnaren och visas som okända. Bara de för vilka det har gått tolv månader och två till är med.',
      en: 'Exits to work or study in the period: those who work or study to any extent twelve months later, divided by all who did at exit. Those not followed up stay in the denominator and are shown as unknown. Only those are included for whom twelve months and two more have passed.',
    },
  ],
  'still-in-work-or-study-24-months': [
    { sv: 'Kvar i arbete/studier 24 månader efter avslut', en: 'Still in work or study 24 months after exit' },
    {
      sv: 'Avslut till arbete eller studier under perioden: de som tjugofyra månader senare arbetar eller studerar, i någon omfattning, delat med alla som gjorde det vid avslutet. De som inte följts upp finns kvar i nämnaren och visas som okända. Bara de för vilka det har gått tjugofyra månader och två till är med.',
      en: 'Exits to work or study in the period: those who work or study to any extent twenty-four months later, divided by all who did at exit. Those not followed up stay in the denominator and are shown as unknown. Only those are included for whom twenty-four months and two more have passed.',
    },
  ],
  'support-missing': [
    { sv: 'Försörjning saknas före och efter', en: 'Support missing before and after' },
    {
      sv: 'Kvalitet: avslut där ingen försörjning är angiven, varken före eller efter, delat med alla avslut. Om dem går det inte att säga om försörjningen ändrades.',
      en: 'Quality: exits with no support recorded, before or after, divided by all exits. Of these nobody can say whether support changed.',
    },
  ],
  'over-four-years': [
    { sv: 'Mer än fyra år i insatsen', en: 'More than four years in the intervention' },
    {
      sv: 'Kvalitet: avslut mer än 1 461 dagar efter start, delat med alla avslut. Ofta är det avslut som registrerats för sent.',
      en: 'Quality: exits more than 1,461 days after entry, divided by all exits. Often these are exits that were registered too late.',
    },
  ],
  duration: [
    { sv: 'Tid i insatsen', en: 'Time in the intervention' },
    {
      sv: 'Dagar från start till avslut för avsluten i perioden: median och kvartiler. Pågående deltaganden är inte med, så långa tider är underskattade.',
      en: 'Days from entry to exit for the exits in the period: median and quartiles. Ongoing participations are not included, so long times are underestimated.',
    },
  ],
} satisfies Record<string, [Text, Text]>

export type MeasureName = keyof typeof texts

/** Where a definition comes from, since when it holds, and what it is as a formula. A changed definition is a new measure, and a break in the series. */
export interface Origin {
  /** Written with the names of the codebook. */
  formula: string
  source: Text
  /** The version of Samlad's definitions that it came with, as a month. */
  since: string
  /** The measure that has taken its place; series are not drawn across. */
  replacedBy: string | null
}

const sus: Text = {
  sv: 'SUS, Standardrapport deltagare (Försäkringskassan och Nationella rådet, beskrivning av SUS)',
  en: 'SUS, Standardrapport deltagare (Försäkringskassan and the National Council, description of SUS)',
}
const own: Text = { sv: 'Samlads egen definition', en: 'Samlad’s own definition' }

const origins: Record<MeasureName, [formula: string, source: Text]> = {
  participations: ['#{entryDate ≤ to ∧ (exitDate = ∅ ∨ exitDate ≥ from)}', sus],
  'distinct-persons': ['#{person : entryDate ≤ to ∧ (exitDate = ∅ ∨ exitDate ≥ from)}', sus],
  exits: ['#{from ≤ exitDate ≤ to}', sus],
  'to-work-or-study': ['#{exits : workExtentAfter > 0 ∨ studyExtentAfter > 0} ÷ #{exits}', sus],
  'started-or-increased': ['#{exits : workExtentAfter + studyExtentAfter > workExtentBefore + studyExtentBefore} ÷ #{exits}', sus],
  'job-seeking-after': ['#{exits : occupationAfter = jobSeeking ∧ workExtentAfter = studyExtentAfter = 0} ÷ #{exits}', sus],
  'self-supporting-after': ['#{exits : supportAfter ∩ {lon, egetForetag, studiestod} ≠ ∅ ∧ no other public support} ÷ #{exits}', own],
  'right-support': ['#{exits : exitReason = rightSupport} ÷ #{exits}', own],
  'in-work-or-study-6-months': ['#{entries : workExtent[6 months] ≥ 25 ∨ studyExtent[6 months] ≥ 50} ÷ #{entries}', own],
  'in-work-or-study-12-months': ['#{entries : workExtent[12 months] ≥ 25 ∨ studyExtent[12 months] ≥ 50} ÷ #{entries}', own],
  'in-work-or-study-24-months': ['#{entries : workExtent[24 months] ≥ 25 ∨ studyExtent[24 months] ≥ 50} ÷ #{entries}', own],
  'still-in-work-or-study-6-months': [
    '#{exits to work or study : workExtent[6 months] > 0 ∨ studyExtent[6 months] > 0} ÷ #{exits to work or study}',
    own,
  ],
  'still-in-work-or-study-12-months': [
    '#{exits to work or study : workExtent[12 months] > 0 ∨ studyExtent[12 months] > 0} ÷ #{exits to work or study}',
    own,
  ],
  'still-in-work-or-study-24-months': [
    '#{exits to work or study : workExtent[24 months] > 0 ∨ studyExtent[24 months] > 0} ÷ #{exits to work or study}',
    own,
  ],
  'support-missing': ['#{exits : supportBefore = supportAfter = ∅} ÷ #{exits}', own],
  'over-four-years': ['#{exits : exitDate − entryDate > 1461 days} ÷ #{exits}', own],
  duration: ['quartiles of exitDate − entryDate over exits (Hyndman & Fan 1996, definition 7)', sus],
}

/** Name, label, definition and origin of a measure. */
export function measureTexts<N extends MeasureName>(name: N): { name: N; label: Text; definition: Text } & Origin {
  const [label, definition] = texts[name]
  const [formula, source] = origins[name]
  return { name, label, definition, formula, source, since: '2026-01', replacedBy: null }
}
