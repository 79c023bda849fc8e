import type { Catalogue } from '../values/catalogue.ts'

/** What effect says. */
export const effectMessages = {
  'effect.nobodyStarted': {
    sv: '{file}, kolumn {column}: ingen har 1. 1 betyder att personen startade.',
    en: '{file}, column {column}: nobody has 1. 1 means that the person started.',
  },
  'effect.everybodyStarted': {
    sv: '{file}, kolumn {column}: ingen har 0, så det finns inga att jämföra med. Ange jämförelsefilen med --controls.',
    en: '{file}, column {column}: nobody has 0, so there is nobody to compare with. Name the comparison file with --controls.',
  },
  'effect.fewPersons': {
    sv: 'Kolumn {column}: bara {n} med känt utfall bland {group, select, treated {dem som startade (1)} other {jämförelsepersonerna (0)}}. Det räcker inte för en beräkning.',
    en: 'Column {column}: only {n} with a known outcome among {group, select, treated {those who started (1)} other {comparison persons (0)}}. That is too few to estimate anything.',
  },
  'effect.constant': {
    sv: '{file}, kolumn {column}: värdet är detsamma för alla, från rad {row}. Ta bort den ur --covariates.',
    en: '{file}, column {column}: the value is the same for everybody, from row {row}. Take it out of --covariates.',
  },
  'effect.dependent': {
    sv: '{file}, kolumn {column} (från rad {row}): andra kolumner bestämmer den helt, i hela filen eller bland jämförelsepersonerna. Ta bort en av dem ur --covariates.',
    en: '{file}, column {column} (from row {row}): other columns determine it, in the whole file or among comparison persons. Take one of them out of --covariates.',
  },
  'effect.separation': {
    sv: '{file}, rad {row}, kolumn {column}: kolumnen skiljer dem som startade från de andra nästan helt, till exempel på den raden. Grupperna går inte att jämföra med den i --covariates.',
    en: '{file}, row {row}, column {column}: the column parts those who started from the others almost wholly, that row for one. The groups cannot be compared with it among --covariates.',
  },
  'effect.noOverlap': {
    sv: '{file}, rad {row}, kolumn {column}: ingen överlappning. Jämförelsepersonerna har inga sådana värden som de som startade, till exempel på den raden.',
    en: '{file}, row {row}, column {column}: no overlap. Comparison persons have no such values as those who started, that row for one.',
  },
  'effect.groups': { sv: '{n1} som startade, {n0} att jämföra med', en: '{n1} who started, {n0} to compare with' },
  'effect.way.naive': { sv: 'rak skillnad', en: 'plain difference' },
  'effect.way.ols': { sv: 'linjär modell', en: 'linear model' },
  'effect.way.ipw': { sv: 'viktning', en: 'weighting' },
  'effect.way.or': { sv: 'utfallsmodell', en: 'outcome model' },
  'effect.way.dr': { sv: 'dubbelt robust', en: 'doubly robust' },
  'effect.way.entropy': { sv: 'entropibalansering', en: 'entropy balancing' },
  'effect.estimate': { sv: '  {way}: {estimate} (från {lower} till {upper})', en: '  {way}: {estimate} (from {lower} to {upper})' },
  'effect.noEntropy': {
    sv: '  entropibalansering: går inte. Inga vikter gör grupperna lika.',
    en: '  entropy balancing: not possible. No weights make the groups alike.',
  },
  'effect.weights': {
    sv: 'Redovisas: {reported}. Vikterna motsvarar {ess} lika personer; den största är {share} % av summan.',
    en: 'Reported: {reported}. The weights are worth {ess} equal persons; the largest is {share}% of their sum.',
  },
  'effect.balance': {
    sv: 'Skillnad i bakgrund, i standardavvikelser, före → efter viktning:',
    en: 'Difference in background, in standard deviations, before → after weighting:',
  },
  'effect.sensitivity': { sv: 'Med andra val:', en: 'With other choices:' },
  'effect.without': { sv: 'utan {name}', en: 'without {name}' },
  'effect.withoutTop': { sv: 'utan procenten med störst vikt', en: 'without the one per cent of largest weight' },
  'effect.eValue': { sv: 'E-värde', en: 'E-value' },
  'effect.gate': { sv: 'Kontroller (värde, gräns inom parentes):', en: 'Checks (value, limit in brackets):' },
  'effect.holds': { sv: 'håller', en: 'holds' },
  'effect.fails': { sv: 'HÅLLER INTE', en: 'FAILS' },
  'effect.check.n1': { sv: 'antal som startade', en: 'number who started' },
  'effect.check.n0': { sv: 'antal att jämföra med', en: 'number to compare with' },
  'effect.check.ess': { sv: 'vad vikterna motsvarar i lika personer', en: 'what the weights are worth in equal persons' },
  'effect.check.largestWeight': { sv: 'största viktens andel', en: 'share of the largest weight' },
  'effect.check.balance': { sv: 'största skillnad i bakgrund efter viktning', en: 'largest difference in background after weighting' },
  'effect.check.followUp': {
    sv: 'andel med känt utfall i den sämst följda gruppen',
    en: 'share with a known outcome in the group followed least',
  },
  'effect.check.followUpGap': { sv: 'skillnad i andel med känt utfall', en: 'difference in the share with a known outcome' },
  'effect.check.sameWindow': { sv: 'samma kalendertid och regel för startdatum', en: 'same calendar window and rule for the index date' },
  'effect.check.placebo': { sv: 'skillnad redan före start', en: 'difference already before the start' },
  'effect.check.placeboPrecision': { sv: 'osäkerhet i den, mot påstådd effekt', en: 'uncertainty of that, against the effect claimed' },
  'effect.verdict.effect': { sv: 'Effekt: alla kontroller håller.', en: 'Effect: all checks hold.' },
  'effect.verdict.difference': {
    sv: 'Skillnad mellan grupper (inte tolkbar som effekt).',
    en: 'Difference between groups (not to be read as an effect).',
  },
  'effect.needed.treated': {
    sv: 'Det skulle behövas {n, plural, one {# person} other {# personer}} till som startade, med känt utfall.',
    en: '{n, plural, one {# more person} other {# more persons}} who started, with a known outcome, would be needed.',
  },
  'effect.needed.controls': {
    sv: 'Det skulle behövas {n, plural, one {# person} other {# personer}} till att jämföra med.',
    en: '{n, plural, one {# more person} other {# more persons}} to compare with would be needed.',
  },
  'effect.needed.outcomes': {
    sv: 'Utfallet skulle behöva bli känt för {n, plural, one {# person} other {# personer}} till.',
    en: 'The outcome would need to become known for {n, plural, one {# more person} other {# more persons}}.',
  },
} as const satisfies Catalogue
