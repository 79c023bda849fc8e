import type { Catalogue } from '../../values/catalogue.ts'

/** Texts about need beside what is offered. */
export const needMessages: Catalogue = {
  'need.title': { sv: 'Behov och utbud', en: 'Need and what is offered' },
  'need.lead': {
    sv: 'Vad som är känt om behovet, bredvid vad som pågår i dag. Ett gap är en fråga till beredningsgruppen, inte ett omdöme. Av ett gap blir en idé med ett klick.',
    en: 'What is known of the need, beside what runs today. A gap is a question to the preparation group, not a verdict. A gap becomes an idea in one click.',
  },
  'need.gaps': { sv: 'Gap', en: 'Gaps' },
  'need.noGaps': { sv: 'Inget gap efter reglerna nedan.', en: 'No gap by the rules below.' },
  'need.rules': {
    sv: 'Regler: inget pågår för en målgrupp som minst en tredjedel av förbunden har något för; mindre än hälften så många deltaganden per invånare som i hela landet; osäkerheten kring andelen till arbete eller studier ligger helt under landets andel.',
    en: 'Rules: nothing runs for a target group that at least a third of the associations have something for; less than half as many participations by inhabitant as in the whole country; the interval of the share to work or study lies wholly below the country’s share.',
  },
  'need.gap.group': {
    sv: 'Ingen pågående insats för målgruppen {group}. {n} av {all} förbund har minst en.',
    en: 'No running intervention for the target group {group}. {n} of {all} associations have at least one.',
  },
  'need.gap.reach': {
    sv: '{here} deltaganden per 1 000 invånare 16–64 år {year}, mot {nation} i hela landet.',
    en: '{here} participations per 1,000 inhabitants 16–64 in {year}, against {nation} in the whole country.',
  },
  'need.gap.outcome': {
    sv: 'Till arbete eller studier vid avslut {year}: {here}, mot {nation} i hela landet. Deltagarna är olika; det säger inte vad insatserna gav.',
    en: 'To work or study at exit in {year}: {here}, against {nation} in the whole country. Participants differ; it does not tell what the interventions gave.',
  },
  'need.idea': { sv: 'Gör till idé', en: 'Make an idea' },
  'need.idea.group': { sv: 'Insats för {group}', en: 'Intervention for {group}' },
  'need.idea.reach': { sv: 'Nå fler', en: 'Reach more' },
  'need.idea.outcome': { sv: 'Fler till arbete eller studier', en: 'More to work or study' },
  'need.figures': { sv: 'Vad som är känt', en: 'What is known' },
  'need.figure': { sv: 'Mått', en: 'Measure' },
  'need.here': { sv: 'Förbundet', en: 'The association' },
  'need.nation': { sv: 'Hela landet', en: 'The whole country' },
  'need.people': { sv: 'Invånare 16–64 år, skattat', en: 'Inhabitants 16–64, estimated' },
  'need.support': { sv: 'Försörjningsmått {year}', en: 'Support measure {year}' },
  'need.participations': { sv: 'Deltaganden {year}', en: 'Participations {year}' },
  'need.reach': { sv: 'Deltaganden per 1 000 invånare 16–64 år', en: 'Participations per 1,000 inhabitants 16–64' },
  'need.exits': { sv: 'Avslut {year}', en: 'Exits {year}' },
  'need.outcome': { sv: 'Till arbete eller studier vid avslut {year}', en: 'To work or study at exit {year}' },
  'need.waiting': { sv: 'Väntetid', en: 'Waiting' },
  'need.notAsked': { sv: 'efterfrågas inte', en: 'not asked' },
  'need.unpublished': { sv: 'inte publicerat', en: 'not published' },
  'need.municipalities': { sv: 'Kommuner', en: 'Municipalities' },
  'need.municipality': { sv: 'Kommun', en: 'Municipality' },
  'need.groups': { sv: 'Pågående insatser efter målgrupp', en: 'Running interventions by target group' },
  'need.group': { sv: 'Målgrupp', en: 'Target group' },
  'need.running': { sv: 'Pågår här', en: 'Running here' },
  'need.elsewhere': { sv: 'Förbund som har någon, av {n}', en: 'Associations with any, of {n}' },
}
