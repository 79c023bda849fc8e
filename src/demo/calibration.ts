import calibration from './calibration.json' with { type: 'json' }
import type { Education, ExitReason, SupportSource, TimeOnSupport } from '../participations/codes.ts'

/**
 * What the synthetic Sweden is set after. Everything here is an assumption of the generator, never a statistic;
 * the few published levels it leans on are named in calibration.json under `ankare`.
 */
const assumed = calibration.assumptions

type CodeOf<T extends { codes: readonly { code: string }[] }> = T['codes'][number]['code']
type Weights<T extends { codes: readonly { code: string }[] }> = Partial<Record<CodeOf<T>, number>>

/** From the calibration file's codes to the code lists; a test holds that every code of the file is placed. */
export const codeOfCalibration = {
  education: {
    ej_slutford_grundskola: 'compulsoryNotCompleted',
    grundskola: 'compulsory',
    gymnasium: 'upperSecondary',
    eftergymnasial: 'postSecondary',
  },
  support: {
    sjukpenning: 'sjukpenning',
    rehabiliteringspenning: 'rehabiliteringspenning',
    aktivitetsersattning: 'aktivitetsersattning',
    sjukersattning: 'sjukersattning',
    arbetsloshetsersattning: 'akassa',
    aktivitetsstod_utvecklingsersattning: 'aktivitetsstod',
    etableringsersattning: 'etableringsersattning',
    ekonomiskt_bistand: 'ekonomisktBistand',
    studiestod: 'studiestod',
    foraldrapenning: 'foraldrapenning',
    annan_offentlig: 'annanOffentlig',
    ingen_offentlig: 'ingenOffentlig',
  },
  time: {
    '0-<1': 'under1',
    '1-<2': 'from1to2',
    '2-<3': 'from2to5',
    '3-<5': 'from2to5',
    '5-<10': 'from5to10',
    '10+': 'over10',
  },
  exitReason: {
    enligt_plan: 'asPlanned',
    fortsatt_rehabilitering: 'toOtherIntervention',
    sjukdom: 'illHealth',
    avbrott_egen_begaran: 'ownRequest',
    annan_insats: 'toOtherIntervention',
    flytt: 'moved',
    avliden: 'deceased',
    felregistrering: 'felregistrering',
    annat: 'other',
  },
} as const

function translated<T extends string>(
  values: Record<string, number>,
  codes: Record<string, T>,
): Partial<Record<T, number>> {
  const result: Partial<Record<T, number>> = {}
  for (const [key, weight] of Object.entries(values)) {
    const code = codes[key]
    if (!code) throw new RangeError(`Calibration code without a place: ${key}`)
    result[code] = (result[code] ?? 0) + weight
  }
  return result
}

export const levels = {
  woman: assumed.kon.varden.kvinna,
  womanBetween: assumed.kon.mellan_forbund as [number, number],
  age: assumed.aldersgrupp.varden as Record<string, number>,
  education: translated(assumed.utbildning.varden, codeOfCalibration.education) as Weights<typeof Education>,
  supportBefore: translated(assumed.forsorjning_fore.varden, codeOfCalibration.support) as Weights<
    typeof SupportSource
  >,
  supportAfterFactor: translated(assumed.forsorjning_efter_faktor.varden, codeOfCalibration.support) as Weights<
    typeof SupportSource
  >,
  timeOnSupport: translated(assumed.tid_offentlig_forsorjning_fore_ar.klasser, codeOfCalibration.time) as Weights<
    typeof TimeOnSupport
  >,
  occupationBefore: assumed.sysselsattning_fore.varden,
  occupationAfter: { woman: assumed.sysselsattning_efter.kvinna, man: assumed.sysselsattning_efter.man },
  subsidised: assumed.sysselsattning_efter.andel_subventionerat_av_arbete,
  exitReason: translated(assumed.avslutsanledning.varden, codeOfCalibration.exitReason) as Weights<typeof ExitReason>,
  months: assumed.deltagandets_langd_manader,
  interventions: assumed.insatser_per_forbund,
  perIntervention: assumed.deltagare_per_individinsats_ar,
  identified: assumed.registrering.personuppgifter,
  money: assumed.medel_per_forbund_kr,
}
