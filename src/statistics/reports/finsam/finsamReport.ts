import { findFunds } from '../../../financing/contributions/fundsStore.ts'
import { findEntered } from '../../../financing/economy/store.ts'
import { yearPeriod } from '../../../values/month.ts'
import { Orientation, TargetGroup } from '../../../interventions/codes.ts'
import { releasedCell } from '../../../disclosure/releasedCell.ts'
import type { Asking } from '../../answer.ts'
import { keyedBySex, listCountRows } from '../../coverageStore.ts'
import type { CountRow } from '../../coverageStore.ts'
import { dimensionsOf } from '../../dimension.ts'
import type { Writing } from '../../figure.ts'
import { placeShown } from '../../followUp/followUp.ts'
import { getSeed } from '../../noiseStore.ts'
import { getPlace } from '../../placeStore.ts'
import { asked, noiseShown } from '../../question.ts'
import type { Asked } from '../../question.ts'
import { releasedTable } from '../../releasedTable.ts'
import { countText } from '../../plainText.ts'
import type { Report, ReportPart, ReportRow, ReportValue } from '../domain.ts'
import { absentPart } from '../money/costsReport.ts'
import { administrationPart, fundsPart } from '../money/fundsPart.ts'
import { listReportedInterventions } from '../money/interventionStore.ts'
import { sumOfKnown } from '../../../values/sumOfKnown.ts'
import type { ReportedIntervention } from '../money/interventionStore.ts'
import { cellValue, column, moneyValue, numberValue, row, textValue } from '../values.ts'

/** Women and men of an intervention, and where the numbers come from. */
interface Heads {
  women: ReportValue
  men: ReportValue
  source: string
}

/**
 * What Uppföljning Finsam asks an association for of a year. Head-counts the association has entered itself stand exactly; those counted from
 * participations are cells. What is not registered here yet is said, never made up.
 */
export async function answerFinsam(asking: Asking, associationId: string, year: number): Promise<Report> {
  const { queries, store, ...how } = asking
  const snapshot = await store.snapshot(queries)
  const place = await getPlace(queries, `association:${associationId}`)
  const period = yearPeriod(year)
  const ask = asked({ snapshot, place, period, ...how })
  const interventions = await listReportedInterventions(queries, place, [year], snapshot.fictive)
  const { anonymous, volume } = await listCountRows(queries, place, [year], snapshot.fictive)
  const heads = headsOf(ask, volume)
  const { writing, noise } = ask
  const funds = await findFunds(queries, place.code, year)
  const economy = (await findEntered(queries, place.code)).get(year)
  return {
    ...{ kind: 'finsam', title: writing.t('reports.kind.finsam'), place: placeShown(place, writing), period },
    ...{ demo: snapshot.fictive, dataDate: snapshot.dataDate, noise: noiseShown(noise) },
    parts: [
      funds ? fundsPart(funds, economy, writing) : absentPart('ownFunds', writing),
      economy ? administrationPart(economy, writing) : absentPart('ownAdministration', writing),
      interventionsPart(interventions, heads, writing),
      anonymousPart(ask, interventions, anonymous, await getSeed(queries)),
    ],
    coverage: [writing.t('reports.finsamHeads')],
    notes: [
      writing.t('reports.finsamNoise', { deviation: noise.table.maxDeviation, most: noise.table.threshold - 1 }),
      writing.t('reports.hiddenNote'),
    ],
  }
}

function headsOf(ask: Asked, volume: readonly CountRow[]): (one: ReportedIntervention) => Heads {
  const { releasing, sex, snapshot, writing } = ask
  const { t } = writing
  const dimension = dimensionsOf(snapshot.facts).get('intervention')!
  const { cells } = releasedTable(releasing, ask.inPeriod, dimension, sex)
  return ({ id, countingMode }) => {
    const own = volume.find((one) => one.intervention_id === id)
    // One that registers its participants now may have been counted by volume then.
    if (countingMode === 'volume' || own) {
      const number = (of: 'women' | 'men'): ReportValue => numberValue(own ? own[of] : null, writing)
      return { women: number('women'), men: number('men'), source: t('reports.headsOwn') }
    }
    const line = cells[dimension.codes.findIndex(({ code }) => code === id)]!
    const at = (code: string): ReportValue => cellValue(line[sex.codes.findIndex((one) => one.code === code)]!)
    return { women: at('woman'), men: at('man'), source: t('reports.headsCounted') }
  }
}

const columns = ['orientation', 'targetGroups', 'esf', 'planned', 'budget', 'actual', 'women', 'men', 'source', 'remark'] as const
const units = { planned: 'number', budget: 'money', actual: 'money', women: 'count', men: 'count' } as const

function interventionsPart(
  interventions: readonly ReportedIntervention[],
  heads: (one: ReportedIntervention) => Heads,
  writing: Writing,
): ReportPart {
  const { t } = writing
  return {
    ...{ key: 'finsam', title: t('reports.part.interventions'), definition: t('reports.finsamHelp'), rowTitle: t('reports.intervention') },
    sentence: t('reports.interventionsSentence', { n: interventions.length }),
    columns: columns.map((name) => column(name, t(`reports.column.${name}`), units[name as keyof typeof units] ?? 'text')),
    rows: interventions.flatMap((one) => rowsOf(one, heads(one), writing)),
    picture: null,
    isChange: false,
  }
}

/** One row for each orientation: an intervention with both has two, and its money is not divided by guessing. */
function rowsOf(one: ReportedIntervention, { women, men, source }: Heads, writing: Writing): ReportRow[] {
  const { t, locale } = writing
  const money = { budget: sumOfKnown(one.money.map(({ budget }) => budget)), actual: sumOfKnown(one.money.map(({ actual }) => actual)) }
  const planned = sumOfKnown(one.money.map((each) => each.planned))
  const groups = TargetGroup.codes.filter(({ code }) => one.targetGroups.includes(code)).map(({ label }) => label[locale])
  const orientation = (code: string): ReportValue => textValue(Orientation.codes.find((each) => each.code === code)!.label[locale])
  const about = (code: string): ReportValue[] => [
    orientation(code),
    textValue(groups.join(', ')),
    textValue(t(one.esf ? 'reports.yes' : 'reports.no')),
  ]
  const people = [women, men, textValue(source)]
  if (one.orientation !== 'both') {
    const amounts = [numberValue(planned, writing), moneyValue(money.budget, writing), moneyValue(money.actual, writing)]
    return [row(one.name, [...about(one.orientation), ...amounts, ...people, textValue('')])]
  }
  const kronor = (ore: number | null): string => (ore === null ? t('reports.notGiven') : countText(Math.round(ore / 100), locale))
  const divide = textValue(t('reports.divide', { budget: kronor(money.budget), actual: kronor(money.actual) }))
  const blank = textValue('')
  return [
    row(one.name, [...about('individual'), numberValue(planned, writing), blank, blank, ...people, divide]),
    row(one.name, [...about('structural'), blank, blank, blank, blank, blank, blank, divide]),
  ]
}

/** Participants known only as numbers, by intervention: entered by staff at the members, so they are protected here. */
function anonymousPart(ask: Asked, interventions: readonly ReportedIntervention[], rows: readonly CountRow[], seed: string): ReportPart {
  const { writing, noise, sex } = ask
  const { t, locale } = writing
  const counted = interventions.filter(({ countingMode }) => countingMode === 'identified')
  const cell = (id: string, of: 'women' | 'men'): ReportValue => {
    const own = rows.find((one) => one.intervention_id === id)
    return cellValue(releasedCell(own ? keyedBySex(own, 'anonymous', of, seed) : { count: 0, key: 0 }, noise))
  }
  return {
    ...{
      key: 'anonymous',
      title: t('reports.part.anonymous'),
      sentence: t('reports.anonymousSentence'),
      definition: t('reports.anonymousHelp'),
    },
    rowTitle: t('reports.intervention'),
    columns: sex.codes.map(({ code, label }) => column(code, label[locale], 'count')),
    rows: counted.map(({ id, name }) => row(name, [cell(id, 'women'), cell(id, 'men')])),
    picture: null,
    isChange: false,
  }
}
