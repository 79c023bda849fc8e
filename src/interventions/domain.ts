import { z } from 'zod'
import { parseCivilDate } from '../values/civilDate.ts'
import { codeList } from '../values/codeList.ts'
import { freeText } from '../values/freeText.ts'
import { Party } from '../associations/domain.ts'
import { CountingMode, Orientation, PreciseOrientation, Stage, TargetGroup } from './codes.ts'
import { netOfVat, ore, yearActuals, yearCosts, yearFinancing } from './year/yearMoney.ts'

const date = z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'interventions.dateNeeded' })

/** What an association registers about an intervention it finances. Stored once, also when several associations share it. */
export const InterventionFields = z.object({
  name: freeText(200)
    .min(2, 'interventions.nameNeeded')
    .meta({
      label: { sv: 'Namn', en: 'Name' },
      help: { sv: 'Som insatsen heter i beslutet.', en: 'As in the decision.' },
    }),
  description: freeText(4000).meta({
    label: { sv: 'Beskrivning', en: 'Description' },
    help: {
      sv: 'Vad insatsen gör, för vem. Inga uppgifter om enskilda.',
      en: 'What it does, for whom. Nothing about individuals.',
    },
  }),
  startDate: date.meta({ label: { sv: 'Start', en: 'Start' }, help: { sv: '', en: '' } }),
  endDate: date.nullable().meta({
    label: { sv: 'Slut', en: 'End' },
    help: { sv: 'Tomt om inget slut är bestämt.', en: 'Empty if no end is set.' },
  }),
  orientation: Orientation.schema.meta({ label: { sv: 'Inriktning', en: 'Orientation' }, help: { sv: '', en: '' } }),
  preciseOrientations: z.array(PreciseOrientation.schema).meta({
    label: { sv: 'Närmare inriktning', en: 'Precise orientation' },
    help: { sv: '', en: '' },
  }),
  targetGroups: z.array(TargetGroup.schema).meta({ label: { sv: 'Målgrupper', en: 'Target groups' }, help: { sv: '', en: '' } }),
  countingMode: CountingMode.schema.meta({
    label: { sv: 'Hur deltagare räknas', en: 'How participants are counted' },
    help: {
      sv: 'Registreras deltagare gör medlemmens personal det; annars anger förbundet bara antal.',
      en: 'If participants are registered, the member’s staff do it; otherwise the association enters numbers only.',
    },
  }),
  methods: z
    .array(z.string().max(20))
    .meta({ label: { sv: 'Metoder', en: 'Methods' }, help: { sv: 'Ur metodkatalogen.', en: 'From the catalogue.' } }),
  fidelityInstrument: freeText(200).meta({
    label: { sv: 'Instrument för metodtrohet', en: 'Fidelity instrument' },
    help: {
      sv: 'Hur ni ser att arbetet följer metoden, om det finns ett instrument för det. Till exempel en programtrohetsskala för IPS.',
      en: 'How you see that the work follows the method, where an instrument exists. For example a fidelity scale for IPS.',
    },
  }),
  ownerId: z.uuid({ error: 'interventions.ownerNeeded' }).meta({
    label: { sv: 'Insatsägare', en: 'Owner' },
    help: {
      sv: 'En medlem i förbundet, aldrig förbundet självt (7 § lagen 2003:1210).',
      en: 'A member, never the association itself (§ 7 of the act 2003:1210).',
    },
  }),
  parties: z.array(Party.schema).meta({
    label: { sv: 'Parter som medverkar', en: 'Parties involved' },
    help: { sv: 'Flera kommuner räknas som en part.', en: 'Several municipalities are one party.' },
  }),
  units: freeText(500).meta({
    label: { sv: 'Enheter', en: 'Units' },
    help: { sv: 'Vilka enheter hos parterna.', en: 'Which units of the parties.' },
  }),
  municipalities: z
    .array(z.string().regex(/^\d{4}$/))
    .max(290)
    .meta({
      label: { sv: 'Kommuner', en: 'Municipalities' },
      help: {
        sv: 'De kommuner vars invånare insatsen är till för. Medlemmarna ser på det vilka insatser de har i sitt område. Utan kryss står insatsen för sig, utan område.',
        en: 'The municipalities whose inhabitants it is for. Members see by this what they have in their area. With none ticked it stands apart, without an area.',
      },
    }),
  fewPartiesReason: freeText(1000)
    .nullable()
    .meta({
      label: { sv: 'Skäl till färre än två parter', en: 'Reason for fewer than two parties' },
      help: {
        sv: '2 § talar om behov av samordnade insatser; förarbetena (prop. 2002/03:132) om flera parter.',
        en: '§ 2 speaks of the need of coordination; the preparatory works (prop. 2002/03:132) of several parties.',
      },
    }),
  esf: z.boolean().meta({
    label: { sv: 'Finansieras delvis av ESF+', en: 'Partly financed by ESF+' },
    help: {
      sv: 'Om insatsen finansieras av ESF+ kan inte ändras när antal eller pengar är angivna för något år.',
      en: 'Whether ESF+ finances the intervention cannot be changed once counts or money have been entered for a year.',
    },
  }),
  stage: Stage.schema.meta({ label: { sv: 'Skede', en: 'Stage' }, help: { sv: '', en: '' } }),
})
export type InterventionFields = z.infer<typeof InterventionFields>

// What was stored before a rule was made is still shown, so that it can be mended.
const stored = (field: z.ZodType, least = 0) =>
  z
    .string()
    .min(least)
    .meta(field.meta() ?? {})
const { name, description, fidelityInstrument, units, fewPartiesReason } = InterventionFields.shape

export const Intervention = InterventionFields.extend({
  name: stored(name, 2),
  description: stored(description),
  fidelityInstrument: stored(fidelityInstrument),
  units: stored(units),
  fewPartiesReason: z
    .string()
    .nullable()
    .meta(fewPartiesReason.meta() ?? {}),
  id: z.uuid(),
  version: z.int(),
  fictive: z.boolean(),
  ownerName: z.string(),
  /** The stated municipalities by name. */
  area: z.array(z.object({ code: z.string(), name: z.string() })),
  associations: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string(), sharePercent: z.int() })),
})
export type Intervention = z.infer<typeof Intervention>

export const Method = z.object({
  code: z.string(),
  name: z.string(),
  alias: z.string().nullable(),
  category: z.string(),
  description: z.string(),
  /** Only where it has been checked; else null, never a guess. */
  evidenceLevel: z.string().nullable(),
  evidenceSource: z.string().nullable(),
})
export type Method = z.infer<typeof Method>

export const CatalogueExample = z.object({
  code: z.string(),
  name: z.string(),
  associationText: z.string(),
  associationSlug: z.string().nullable(),
  orientation: z.string(),
  period: z.string().nullable(),
  status: z.string().nullable(),
  targetGroup: z.string().nullable(),
  methods: z.array(z.string()),
  description: z.string(),
  participants: z.int().nullable(),
  participantsKind: z.string().nullable(),
  source: z.string(),
  confidence: z.string(),
})
export type CatalogueExample = z.infer<typeof CatalogueExample>

const count = z.int().min(0).max(100_000)
const year = z.int().min(1993).max(2100)

const labelled = {
  year: year.meta({ label: { sv: 'År', en: 'Year' } }),
  interventionId: z.uuid().meta({ label: { sv: 'Insats', en: 'Intervention' } }),
}

/** Women and men in one intervention and year, as the association itself states (tier T0). */
export const HeadCount = z.object({
  ...labelled,
  women: count.meta({ label: { sv: 'Kvinnor', en: 'Women' }, help: { sv: 'Antal under året.', en: 'Number in the year.' } }),
  men: count.meta({ label: { sv: 'Män', en: 'Men' }, help: { sv: 'Antal under året.', en: 'Number in the year.' } }),
})
export type HeadCount = z.infer<typeof HeadCount>

/**
 * Plan and money of one intervention and year; amounts in öre, net of VAT. Where cost types are given, the totals are their sums.
 * When recording, costs or financing left out stay as they are.
 */
export const InterventionYear = z.object({
  ...labelled,
  plannedParticipants: count.nullable().meta({ label: { sv: 'Planerat antal deltagare', en: 'Planned participants' } }),
  budgetOre: ore.meta({ label: { sv: 'Budget', en: 'Budget' }, help: netOfVat }),
  actualOre: ore.meta({ label: { sv: 'Utfall', en: 'Actual cost' }, help: netOfVat }),
  costs: yearCosts.optional().meta({
    label: { sv: 'Kostnadsslag', en: 'Cost types' },
    help: { sv: 'Budget och utfall per kostnadsslag; summan är årets.', en: 'Budget and actual by cost type; they add up to the year’s.' },
  }),
  financing: yearFinancing.optional().meta({
    label: { sv: 'Finansiering', en: 'Financing' },
    help: { sv: 'Vad varje part bidrar med.', en: 'What each party pays.' },
  }),
})
export type InterventionYear = z.infer<typeof InterventionYear>

/** What is recorded of a year: what is left out stays as it is, and totals left out beside cost types are their sums. */
export const RecordedYear = InterventionYear.partial({ plannedParticipants: true, budgetOre: true, actualOre: true }).extend({
  actuals: yearActuals.optional().meta({
    label: { sv: 'Utfall per kostnadsslag', en: 'Actual by cost type' },
    help: { sv: 'Ersätter utfallen; budgeten står kvar.', en: 'Replaces the actuals; budgets stay.' },
  }),
})
export type RecordedYear = z.infer<typeof RecordedYear>

export const HistoricMeasure = codeList('historicMeasure', [
  ['participants', 'Deltagare', 'Participants', 'antal deltagare'],
  ['exits', 'Avslutade', 'Exits', 'avslut', 'avslutade deltagare'],
  ['toWorkOrStudy', 'Till arbete eller studier', 'To work or study', 'till arbete/studier', 'arbete eller studier'],
])

/** A figure somebody else has already aggregated: own annual reports, old SUS reports ("äldre källa"). */
export const HistoricFigure = z.object({
  year,
  interventionName: freeText(200).nullable(),
  measure: HistoricMeasure.schema,
  women: count.nullable(),
  men: count.nullable(),
  total: z.int().min(0).max(1_000_000),
  source: freeText(300).min(3, 'interventions.sourceNeeded'),
})
export type HistoricFigure = z.infer<typeof HistoricFigure>

/** A historic figure as it is stored. */
export const StoredFigure = HistoricFigure.extend({ id: z.uuid(), interventionName: z.string().nullable(), source: z.string() })

/** What is wrong with an intervention by the rules of the act; empty when nothing is. */
export function ruleFaults(fields: InterventionFields, memberIds: readonly string[]): { where: string; key: string }[] {
  const faults: { where: string; key: string }[] = []
  if (!memberIds.includes(fields.ownerId)) faults.push({ where: 'body.ownerId', key: 'interventions.ownerNotMember' })
  if (new Set(fields.parties).size < 2 && !fields.fewPartiesReason)
    faults.push({ where: 'body.fewPartiesReason', key: 'interventions.fewParties' })
  if (fields.endDate !== null && fields.endDate < fields.startDate)
    faults.push({ where: 'body.endDate', key: 'interventions.endBeforeStart' })
  return faults
}
