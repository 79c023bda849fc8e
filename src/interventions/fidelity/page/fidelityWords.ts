import type { useText } from '../../../ui/text.ts'
import { FidelityKind, ownInstrument, type Instrument, type Round } from '../domain.ts'

type Words = ReturnType<typeof useText>

/** What a band is called: those of the program's own scale by the language, those of another as its file has them. */
export function bandText(band: string, instrument: Instrument, { t }: Pick<Words, 't'>): string {
  return instrument.sameScaleAs === ownInstrument ? t(`fidelity.band.${band}`) : band
}

export const instrumentText = ({ name }: Instrument, { t }: Pick<Words, 't'>): string => name ?? t('fidelity.own')
export const teamText = (team: string, { t }: Pick<Words, 't'>): string => team || t('fidelity.theTeam')
/** Whole points without decimals, others with one. */
export const scoreText = (score: number, { number }: Pick<Words, 'number'>): string => number(score, Number.isInteger(score) ? 0 : 1)

/** A round as a sentence: what came out of it, or that it waits. */
export function roundWords(round: Round, instruments: readonly Instrument[], text: Words): string {
  const { t, locale } = text
  const team = teamText(round.team, text)
  if (!round.result) return t('fidelity.waitingSentence', { team, given: round.given, assessors: round.assessors, date: round.assessedOn })
  const instrument = instruments.find(({ id }) => id === round.instrument)!
  return t('fidelity.nowSentence', {
    ...{ team, score: scoreText(round.result.score, text), most: instrument.scale.items * instrument.scale.high },
    ...{ band: bandText(round.result.band, instrument, text), date: round.assessedOn },
    kind: FidelityKind.label(round.kind, locale.value).toLocaleLowerCase(locale.value),
  })
}
