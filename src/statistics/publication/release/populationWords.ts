/** What a table counts by whom it counts: its title, and who is among them. */
export const populationWords = {
  exits: {
    title: { sv: 'Avslutade deltaganden', en: 'Exits' },
    definition: {
      sv: 'Deltaganden som avslutades i perioden. Felregistreringar räknas inte. En person med flera deltaganden räknas en gång för varje.',
      en: 'Participations that ended in the period, without those registered in error. A person with several participations counts once for each.',
    },
  },
  entries: {
    title: { sv: 'Påbörjade deltaganden', en: 'Entries' },
    definition: {
      sv: 'Deltaganden som började i perioden. Felregistreringar räknas inte. En person med flera deltaganden räknas en gång för varje.',
      en: 'Participations that began in the period, without those registered in error. A person with several participations counts once for each.',
    },
  },
  inPeriod: {
    title: { sv: 'Deltaganden under året', en: 'Participations in the year' },
    definition: {
      sv: 'Deltaganden som pågick någon dag under året: började senast i december och slutade inte före januari. Felregistreringar räknas inte.',
      en: 'Participations that went on any day of the year: begun by December and not ended before January, without those registered in error.',
    },
  },
}
