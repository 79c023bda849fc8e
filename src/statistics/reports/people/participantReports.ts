import { SupportSource } from '../../../participations/codes.ts'
import { dimensionsOf } from '../../dimension.ts'
import { countParts } from '../../followUp/followUpCounts.ts'
import { named } from '../../followUp/followUpTables.ts'
import type { TableChoice } from '../../followUp/followUpTables.ts'
import { durationDimension } from '../../madeDimension.ts'
import { afterExitDimension } from '../../publication/union/afterExit.ts'
import type { Asked } from '../../question.ts'
import type { ReportPart } from '../domain.ts'
import { beforeAfterPart } from './beforeAfter.ts'
import { lengthPart } from './lengthPart.ts'
import { laterPart, outcomesPart } from './outcomesPart.ts'
import { countsPart, sexPart } from './sexPart.ts'

const background: readonly TableChoice[] = (['ageGroup', 'education', 'timeOnSupport'] as const).map((name) => ({
  ...{ key: name, of: named(name), population: 'inPeriod' as const },
}))

/** _Deltagarrapport_: who took part, their occupation and support before and after, and why they left. */
export function participantsReport(ask: Asked, controllers: number): ReportPart[] {
  return [
    wholeCounts(ask, controllers).part,
    ...background.map((choice) => sexPart(ask, choice)),
    beforeAfterPart(ask, 'occupation'),
    beforeAfterPart(ask, 'support'),
    sexPart(ask, { key: 'exitReason', of: named('exitReason'), population: 'exits' }),
  ]
}

/** _Standardrapport deltagare_: occupation with its change, what became of those who left, support, and how long it took. */
export function standardReport(ask: Asked, controllers: number, source: string): ReportPart[] {
  const { t } = ask.writing
  const { part, exits } = wholeCounts(ask, controllers)
  const four: TableChoice = { key: 'afterExit', of: () => afterExitDimension, population: 'exits' }
  const lengths: TableChoice = { key: 'durationClass', of: () => durationDimension, population: 'exits' }
  return [
    part,
    beforeAfterPart(ask, 'occupation'),
    sexPart(ask, four, { title: t('reports.part.afterExit'), definition: `${t('statistics.who.exits')} ${t('reports.afterExitHelp')}` }),
    outcomesPart(ask, 'outcomes', ['to-work-or-study', 'started-or-increased']),
    laterPart(ask),
    beforeAfterPart(ask, 'support'),
    afterSource(ask, source),
    lengthPart(ask, exits),
    sexPart(ask, lengths),
  ]
}

/** Participations, persons and exits, and the exits that lengths are of. */
export function wholeCounts(ask: Asked, controllers: number) {
  const { counts, exits } = countParts(ask, controllers)
  const { t } = ask.writing
  const lines = counts.map(({ measure, total, bySex }) => ({
    label: measure.unit === 'persons' && controllers > 1 ? `${measure.label} (${t('statistics.atMost')})` : measure.label,
    total: total.value,
    bySex: bySex.map(({ figure }) => figure.value),
  }))
  return { part: countsPart(ask, lines), exits }
}

/** Support after, of those who had one source before: whatever else they had. */
function afterSource(ask: Asked, source: string): ReportPart {
  const { t, locale } = ask.writing
  const { label } = SupportSource.codes.find(({ code }) => code === source)!
  const name = label[locale].charAt(0).toLocaleLowerCase('sv') + label[locale].slice(1)
  const before = { dimension: dimensionsOf(ask.snapshot.facts).get('supportBefore')!, codes: [source] }
  const counting = { ...ask.exits, conditions: [...ask.exits.conditions, before] }
  const choice: TableChoice = { key: 'afterSource', of: named('supportAfter'), population: 'exits' }
  const definition = [t('statistics.who.exits'), t('reports.afterSourceHelp', { source: name }), t('statistics.multi')].join(' ')
  return sexPart(ask, choice, { title: t('reports.part.afterSource', { source: name }), definition }, counting)
}
