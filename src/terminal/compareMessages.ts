import type { Catalogue } from '../values/catalogue.ts'

/** What compare says. */
export const compareMessages = {
  'compare.oneOutcome': {
    sv: '{file}, kolumn {column}: alla kända utfall är {given}. Det finns inget att jämföra.',
    en: '{file}, column {column}: every known outcome is {given}. There is nothing to compare.',
  },
  'compare.constant': {
    sv: '{file}, kolumn {column}: värdet är detsamma för alla, från rad {row}. Ta bort den ur --covariates.',
    en: '{file}, column {column}: the value is the same for everybody, from row {row}. Take it out of --covariates.',
  },
  'compare.dependent': {
    sv: '{file}, kolumn {column} (från rad {row}): andra kolumner bestämmer den helt. Ta bort en av dem ur --covariates.',
    en: '{file}, column {column} (from row {row}): other columns determine it. Take one of them out of --covariates.',
  },
  'compare.separation': {
    sv: '{file}, rad {row}, kolumn {column}: kolumnen avgör utfallet nästan helt, till exempel på den raden. Är den bakgrund, eller en del av utfallet?',
    en: '{file}, row {row}, column {column}: the column decides the outcome almost wholly, that row for one. Is it background, or part of the outcome?',
  },
  'compare.overall': {
    sv: 'Alla: {O} av {n} ({share} av 100); {missing} utan känt utfall är inte med',
    en: 'All: {O} of {n} ({share} of 100); {missing} without a known outcome are left out',
  },
  'compare.adjusted': { sv: 'Justerat för {names}', en: 'Adjusted for {names}' },
  'compare.notAdjusted': { sv: 'Inte justerat för bakgrund', en: 'Not adjusted for background' },
  'compare.widened': {
    sv: 'Enheterna skiljer sig mer än slumpen (φ = {phi}); trattens gränser är vidgade',
    en: 'Units differ more than by chance (φ = {phi}); the limits of the funnel are widened',
  },
  'compare.unit': {
    sv: '{unit}: {O} av {n}, väntat {E}; justerat {adjusted} av 100',
    en: '{unit}: {O} of {n}, expected {E}; adjusted {adjusted} of 100',
  },
  'compare.shrunken': {
    sv: 'troligen {share} av 100 (mellan {lower} och {upper})',
    en: 'likely {share} of 100 (between {lower} and {upper})',
  },
  'compare.funnel': { sv: 'slumpen ger {lower}–{upper} av 100', en: 'chance gives {lower}–{upper} of 100' },
  'compare.tooFew': { sv: 'färre än 20: ingen jämförelse', en: 'fewer than 20: no comparison' },
  'compare.attention': {
    sv: 'utanför vad slumpen rimligen ger: ta reda på varför',
    en: 'beyond what chance plausibly gives: find out why',
  },
  'compare.noRanking': {
    sv: 'Ordningen är namnens. Den enhet som ser bäst ut är sällan det: de högsta andelarna är till stor del tur.',
    en: 'The order is that of names. The unit that looks best seldom is: the highest shares are luck for a large part.',
  },
} as const satisfies Catalogue
