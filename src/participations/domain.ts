import { z } from 'zod'
import { civilDateSchema } from '../values/civilDate.ts'
import { TargetGroup } from '../interventions/codes.ts'
import { ownView } from './ownViews.ts'
import {
  AgeReason,
  Education,
  ExitReason,
  Ground,
  Occupation,
  ReferredBy,
  Sex,
  SupportSource,
  TimeOnSupport,
  TimeSinceWork,
  WorkType,
  YesNoUnknown,
} from './codes.ts'

const percent = z.int().min(0).max(100)

/** Support sources held at one time, each with its extent in per cent, or `null` where the extent is not known. */
export const Support = z.partialRecord(SupportSource.schema, percent.nullable())
export type Support = z.infer<typeof Support>

/**
 * What is recorded about one person in one intervention, entry to exit: the unit that is counted.
 * `null` means "not recorded". Labels and help travel from here to form, import template, codebook and API.
 * Source of the fields: SUS (occupation, support, sex) and the project's own proposals, docs/codebook.md.
 */
export const Participation = z.object({
  entryDate: civilDateSchema.meta({
    label: { sv: 'Startdatum', en: 'Entry date' },
    help: { sv: 'Dagen då deltagandet började.', en: 'The day the participation began.' },
  }),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .meta({
      label: { sv: 'Hemkommun', en: 'Home municipality' },
      help: { sv: 'Kommunens namn eller fyrsiffriga kod.', en: 'Name or four-digit code of the municipality.' },
    }),
  sex: Sex.schema.meta({
    label: { sv: 'Kön', en: 'Sex' },
    help: { sv: 'Kvinna eller man.', en: 'Woman or man.' },
  }),
  birthYear: z
    .int()
    .min(1900)
    .max(2100)
    .meta({
      label: { sv: 'Födelseår', en: 'Birth year' },
      help: {
        sv: 'Fyra siffror. Skriv aldrig hela personnumret.',
        en: 'Four digits. Never write the whole personal number.',
      },
    }),
  ageReason: AgeReason.schema.nullable().meta({
    label: { sv: 'Skäl till ålder utanför arbetsför ålder', en: 'Reason for an age outside working age' },
    help: { sv: 'Behövs bara när åldern ligger utanför.', en: 'Needed only when the age is outside.' },
  }),
  bornAbroad: YesNoUnknown.schema.nullable().meta({
    label: { sv: 'Utrikes född', en: 'Born abroad' },
    help: { sv: 'Ja, nej eller okänt. Valfri.', en: 'Yes, no or unknown. Optional.' },
  }),
  timeSinceWork: TimeSinceWork.schema.nullable().meta({
    label: { sv: 'Tid sedan senaste arbete', en: 'Time since last work' },
    help: { sv: 'Valfri.', en: 'Optional.' },
  }),
  education: Education.schema.nullable().meta({
    label: { sv: 'Utbildning', en: 'Education' },
    help: { sv: 'Högsta avslutade utbildning.', en: 'Highest completed education.' },
  }),
  timeOnSupport: TimeOnSupport.schema.nullable().meta({
    label: { sv: 'Tid i offentlig försörjning före', en: 'Time on public support before' },
    help: { sv: 'Sammanhängande tid före start.', en: 'Unbroken time before entry.' },
  }),
  occupationBefore: Occupation.schema.meta({
    label: { sv: 'Sysselsättning före', en: 'Occupation before' },
    help: {
      sv: 'Vid start. Arbetssökande bara om personen varken arbetar eller studerar.',
      en: 'At entry. Job-seeking only if neither working nor studying.',
    },
  }),
  workExtentBefore: percent.nullable().meta({
    label: { sv: 'Arbete före, procent', en: 'Work before, per cent' },
    help: { sv: 'Omfattning av heltid, 0–100.', en: 'Extent of full time, 0–100.' },
  }),
  studyExtentBefore: percent.nullable().meta({
    label: { sv: 'Studier före, procent', en: 'Studies before, per cent' },
    help: { sv: 'Omfattning av heltid, 0–100.', en: 'Extent of full time, 0–100.' },
  }),
  supportBefore: Support.meta({
    label: { sv: 'Försörjning före', en: 'Support before' },
    help: {
      sv: 'En eller flera, gärna med procent: ”Sjukpenning 50, Lön 50”.',
      en: 'One or several, with extent: “Sjukpenning 50, Lön 50”.',
    },
  }),
  targetGroups: z
    .array(TargetGroup.schema)
    .max(TargetGroup.codes.length)
    .meta({
      label: { sv: 'Målgrupper', en: 'Target groups' },
      help: { sv: 'En eller flera, åtskilda med semikolon.', en: 'One or several, separated by semicolons.' },
    }),
  referredBy: ReferredBy.schema.nullable().meta({
    label: { sv: 'Anvisad av', en: 'Referred by' },
    help: { sv: 'Vem som föreslog insatsen.', en: 'Who proposed the intervention.' },
  }),
  socialContactsBefore: ownView('socialContacts', 'Before'),
  ownAbilityBefore: ownView('ownAbility', 'Before'),
  workBeliefBefore: ownView('workBelief', 'Before'),
  ground: Ground.schema.meta({
    label: { sv: 'Grund (samtycke)', en: 'Ground (consent)' },
    help: {
      sv: 'Samtycke eller uppgift av allmänt intresse. Utan grund räknas personen bara anonymt.',
      en: 'Consent or task of public interest. Without a ground the person is only counted.',
    },
  }),
  groundDate: civilDateSchema.nullable().meta({
    label: { sv: 'Datum för samtycke eller information', en: 'Date of consent or information' },
    help: {
      sv: 'När samtycket lämnades, eller när personen informerades.',
      en: 'When consent was given or information provided.',
    },
  }),
  exitDate: civilDateSchema.nullable().meta({
    label: { sv: 'Slutdatum', en: 'Exit date' },
    help: { sv: 'Tomt om deltagandet pågår.', en: 'Empty while the participation runs.' },
  }),
  exitReason: ExitReason.schema.nullable().meta({
    label: { sv: 'Avslutsanledning', en: 'Exit reason' },
    help: { sv: 'Varför deltagandet avslutades.', en: 'Why the participation ended.' },
  }),
  occupationAfter: Occupation.schema.nullable().meta({
    label: { sv: 'Sysselsättning efter', en: 'Occupation after' },
    help: { sv: 'Vid avslut.', en: 'At exit.' },
  }),
  workExtentAfter: percent.nullable().meta({
    label: { sv: 'Arbete efter, procent', en: 'Work after, per cent' },
    help: { sv: 'Omfattning av heltid, 0–100.', en: 'Extent of full time, 0–100.' },
  }),
  studyExtentAfter: percent.nullable().meta({
    label: { sv: 'Studier efter, procent', en: 'Studies after, per cent' },
    help: { sv: 'Omfattning av heltid, 0–100.', en: 'Extent of full time, 0–100.' },
  }),
  workType: WorkType.schema.nullable().meta({
    label: { sv: 'Typ av arbete', en: 'Type of work' },
    help: {
      sv: 'Osubventionerat, subventionerat eller eget företag.',
      en: 'Unsubsidised, subsidised or own business.',
    },
  }),
  supportAfter: Support.nullable().meta({
    label: { sv: 'Försörjning efter', en: 'Support after' },
    help: { sv: 'Vid avslut. En eller flera, gärna med procent.', en: 'At exit. One or several, with extent.' },
  }),
  socialContactsAfter: ownView('socialContacts', 'After'),
  ownAbilityAfter: ownView('ownAbility', 'After'),
  workBeliefAfter: ownView('workBelief', 'After'),
})
/** A participation as it is given: what the person was not asked may be absent, which is the same as `null`. */
export type Participation = z.input<typeof Participation>
export type ParticipationField = keyof Participation

/** Age in whole years reached during the year of entry: the only age there is when just the birth year is held. */
export function ageAtEntry(participation: Pick<Participation, 'entryDate' | 'birthYear'>): number {
  return Number(participation.entryDate.slice(0, 4)) - participation.birthYear
}

/** Working age as a dated rule: it follows the pension ages (16–64 until 2022, 16–65 from 2023, 16–66 from 2026). */
export function workingAge(entryYear: number): { from: number; to: number } {
  if (entryYear >= 2026) return { from: 16, to: 66 }
  return { from: 16, to: entryYear >= 2023 ? 65 : 64 }
}
