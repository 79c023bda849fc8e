import { listApprovedYears } from '../../financing/approved/approvedStore.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Period } from '../../values/month.ts'
import { choosePeriod } from '../answer.ts'
import type { Asking } from '../answer.ts'
import { yearsOf } from '../coverage.ts'
import { coverageShown } from '../coverageShown.ts'
import { getOutsideRows, keyedBySex, listCountRows } from '../coverageStore.ts'
import type { Writing } from '../figure.ts'
import { controllersOf, placeShown } from '../followUp/followUp.ts'
import type { MeasureName } from '../measureTexts.ts'
import { getSeed } from '../noiseStore.ts'
import { getPlace, nation } from '../placeStore.ts'
import { asked, noiseNotes, noiseShown } from '../question.ts'
import type { Asked } from '../question.ts'
import { periodText } from '../words.ts'
import type { Comparable } from '../domain.ts'
import type { InterventionColumn } from './choices.ts'
import type { Report, ReportKind, ReportPart } from './domain.ts'
import type { ApprovedMoney } from './money/approvedPart.ts'
import { costsReport, interventionsPart } from './money/costsReport.ts'
import { interventionsReport } from './money/interventionsReport.ts'
import type { VolumeCounts } from './money/interventionsReport.ts'
import { listReportedInterventions } from './money/interventionStore.ts'
import { caseMixPart, comparisonPart } from './people/comparison.ts'
import { nationReport } from './people/nationReport.ts'
import { participantsReport, standardReport } from './people/participantReports.ts'

/** What a report is asked for. */
export interface ReportQuestion {
  kind: ReportKind
  place: string
  from?: string | undefined
  to?: string | undefined
  /** The support source before that support after is shown of. */
  source: string
  /** Which places to put side by side, if any, and by what measure. */
  compare?: Comparable | undefined
  measure: MeasureName
  columns: readonly InterventionColumn[]
  isDetailed: boolean
}

/** Makes a report as data, of cells and exact money. */
export async function answerReport(asking: Asking, question: ReportQuestion): Promise<Report> {
  const { queries, store, ...how } = asking
  const { kind } = question
  const snapshot = await store.snapshot(queries)
  const place = kind === 'nation' ? nation : await getPlace(queries, question.place)
  const period = await choosePeriod(asking, { from: question.from, to: question.to })
  const ask = asked({ snapshot, place, period, ...how })
  const parts = await partsOf(asking, ask, question)
  const outside = await getOutsideRows(queries, place, yearsOf(period), snapshot.fictive)
  const { writing, noise } = ask
  return {
    kind,
    title: titleOf(kind, period, writing),
    place: placeShown(place, writing),
    period,
    demo: snapshot.fictive,
    dataDate: snapshot.dataDate,
    noise: noiseShown(noise),
    parts,
    coverage: kind === 'costs' ? [] : coverageShown(ask, outside).sentences,
    notes: notesOf(ask, kind),
  }
}

async function partsOf(asking: Asking, ask: Asked, question: ReportQuestion): Promise<ReportPart[]> {
  const { compare, measure } = question
  const side = compare ? [comparisonPart(ask, compare, measure), caseMixPart(ask, compare, measure)] : []
  switch (question.kind) {
    case 'participants':
      return [...participantsReport(ask, controllersOf(ask)), ...side]
    case 'standard':
      return [...standardReport(ask, controllersOf(ask), question.source), ...side]
    case 'nation':
      return [
        ...nationReport(ask, controllersOf(ask)),
        interventionsPart('costsByAssociation', await interventionsOf(asking, ask), false, ask.writing),
      ]
    case 'costs':
      return costsReport(await interventionsOf(asking, ask), await approvedOf(asking, ask), question.isDetailed, ask.writing)
    case 'interventions':
      return interventionsReport(ask, await interventionsOf(asking, ask), await volumeOf(asking, ask), question.columns)
  }
}

async function interventionsOf({ queries }: Asking, { place, period, snapshot }: Asked) {
  // Money and plans have no home municipality: a region has none of its own.
  if (place.kind === 'region') throw new Refusal(400, 'reports.noRegion')
  return listReportedInterventions(queries, place, yearsOf(period), snapshot.fictive)
}

/** Money of the place's associations in the years that they have approved; none of a place that is only a part of an association. */
async function approvedOf({ queries }: Asking, { place, period, snapshot }: Asked): Promise<ApprovedMoney | undefined> {
  if (place.kind !== 'nation' && place.kind !== 'association') return undefined
  const years = yearsOf(period)
  const isOf = (association: string): boolean => place.kind === 'nation' || association === place.code
  const all = await queries.selectFrom('association').select('id').where('fictive', '=', snapshot.fictive).execute()
  const approved = await listApprovedYears(queries, snapshot.fictive)
  return {
    years: approved.filter((one) => years.includes(one.year) && isOf(one.associationId)),
    whole: years.length * all.filter(({ id }) => isOf(id)).length,
  }
}

/** Heads of interventions counted by volume only, of the years that the period touches. */
async function volumeOf({ queries }: Asking, { place, period, snapshot }: Asked): Promise<VolumeCounts> {
  const { volume } = await listCountRows(queries, place, yearsOf(period), snapshot.fictive)
  const seed = await getSeed(queries)
  const counted = volume.map((one) => ({
    id: one.intervention_id,
    counts: (['women', 'men'] as const).map((sex) => keyedBySex(one, 'volume', sex, seed)),
  }))
  const byId = Map.groupBy(counted, ({ id }) => id)
  return new Map([...byId].map(([id, some]) => [id, some.flatMap(({ counts }) => counts)]))
}

/** The name of a report; the nation's account of less than a year is a part of a year's. */
export function titleOf(kind: ReportKind, { from, to }: Period, { t }: Pick<Writing, 't'>): string {
  if (kind !== 'nation') return t(`reports.kind.${kind}`)
  return t(from.endsWith('-01') && to.endsWith('-12') ? 'reports.kind.nation' : 'reports.interim')
}

function notesOf({ noise, writing, period }: Asked, kind: ReportKind): string[] {
  const { t } = writing
  const isWholeYears = period.from.endsWith('-01') && period.to.endsWith('-12')
  const hasMoney = kind === 'costs' || kind === 'interventions' || kind === 'nation'
  const years = yearsOf(period)
  const covering = { from: `${years[0]}-01`, to: `${years.at(-1)}-12` }
  return [
    ...(kind === 'costs' ? [] : [...noiseNotes(noise, writing), t('reports.hiddenNote')]),
    ...(hasMoney && !isWholeYears ? [t('reports.moneyYears', { years: periodText(covering, writing) })] : []),
  ]
}
