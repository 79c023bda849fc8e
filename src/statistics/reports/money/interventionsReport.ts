import type { Cell } from '../../../disclosure/cell.ts'
import { releasedCell } from '../../../disclosure/releasedCell.ts'
import type { Counted } from '../../../disclosure/releasedCell.ts'
import { Orientation } from '../../../interventions/codes.ts'
import { together } from '../../countedCells.ts'
import { dimensionsOf } from '../../dimension.ts'
import { shareFigure } from '../../figure.ts'
import { measures } from '../../measure.ts'
import type { Asked } from '../../question.ts'
import { releasedCells } from '../../releasedCells.ts'
import { releasedOutcomes } from '../../releasedTable.ts'
import type { InterventionColumn } from '../choices.ts'
import type { ColumnUnit, ReportPart, ReportValue } from '../domain.ts'
import { cellValue, column, figureValue, moneyValue, numberValue, row, textValue } from '../values.ts'
import { sumOfKnown } from '../../../values/sumOfKnown.ts'
import type { ReportedIntervention } from './interventionStore.ts'

const units: Partial<Record<InterventionColumn, ColumnUnit>> = {
  ...{ planned: 'number', participations: 'count', exits: 'count', toWork: 'share', budget: 'money', actual: 'money' },
}

/** Heads without rows by intervention, with their keys. */
export type VolumeCounts = ReadonlyMap<string, readonly Counted[]>

/** _Insatsrapport_: the interventions of a place, with the columns chosen. Counts are cells; plan and money are as the association entered them. */
export function interventionsReport(
  ask: Asked,
  interventions: readonly ReportedIntervention[],
  volume: VolumeCounts,
  chosen: readonly InterventionColumn[],
): ReportPart[] {
  const { t } = ask.writing
  const values = valuesOf(ask, interventions, volume)
  return [
    {
      key: 'interventions',
      title: t('reports.part.interventions'),
      sentence: t('reports.interventionsSentence', { n: interventions.length }),
      definition: [t('reports.interventionsHelp'), t('reports.volumeHelp'), t('reports.moneyHelp')].join(' '),
      rowTitle: t('reports.intervention'),
      columns: chosen.map((name) => column(name, t(`reports.column.${name}`), units[name] ?? 'text')),
      rows: interventions.map((one) =>
        row(
          one.name,
          chosen.map((name) => values[name](one)),
        ),
      ),
      picture: null,
      isChange: false,
    },
  ]
}

type Values = Record<InterventionColumn, (one: ReportedIntervention) => ReportValue>

function valuesOf(ask: Asked, interventions: readonly ReportedIntervention[], volume: VolumeCounts): Values {
  const { writing, noise } = ask
  const { t, locale } = writing
  const counted = countsOf(ask, interventions)
  const isCounted = (one: ReportedIntervention): boolean => one.countingMode === 'identified'
  const notCounted = textValue(t('reports.onlyVolume'))
  return {
    associations: ({ associations }) => textValue(associations.map(({ name }) => name).join(', ')),
    orientation: ({ orientation }) => textValue(Orientation.codes.find(({ code }) => code === orientation)!.label[locale]),
    owner: ({ owner }) => textValue(owner),
    start: ({ start }) => textValue(start),
    end: ({ end }) => textValue(end ?? '–'),
    planned: ({ money }) => numberValue(sumOfKnown(money.map(({ planned }) => planned)), writing),
    participations: (one) =>
      isCounted(one) ? cellValue(counted.participations(one.id)) : cellValue(releasedCell(together(volume.get(one.id) ?? []), noise)),
    exits: (one) => (isCounted(one) ? cellValue(counted.exits(one.id)) : notCounted),
    toWork: (one) => (isCounted(one) ? counted.toWork(one.id) : notCounted),
    budget: ({ money }) => moneyValue(sumOfKnown(money.map(({ budget }) => budget)), writing),
    actual: ({ money }) => moneyValue(sumOfKnown(money.map(({ actual }) => actual)), writing),
  }
}

/** Participations, exits and exits to work or study of each intervention, as far as they may be seen. */
function countsOf(ask: Asked, interventions: readonly ReportedIntervention[]) {
  const { releasing, noise, writing, snapshot } = ask
  const dimension = dimensionsOf(snapshot.facts).get('intervention')!
  const position = new Map(dimension.codes.map(({ code }, at) => [code, at]))
  const isAny = interventions.length > 0
  const inPeriod = isAny ? releasedCells(releasing, { ...ask.inPeriod, axes: [dimension] }) : []
  const shares = isAny ? releasedOutcomes(releasing, ask.exits, measures['to-work-or-study'], [dimension]) : []
  const at = <T>(list: readonly T[], id: string): T => list[position.get(id)!]!
  return {
    participations: (id: string): Cell => at(inPeriod, id),
    exits: (id: string): Cell => at(shares, id).n,
    toWork: (id: string): ReportValue => figureValue(shareFigure(at(shares, id), noise, writing)),
  }
}
