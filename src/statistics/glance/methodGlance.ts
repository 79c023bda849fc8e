import type { Method } from '../../interventions/domain.ts'
import { countFigure } from '../figure.ts'
import type { Writing } from '../figure.ts'
import type { Cube } from '../opendata/cube.ts'
import { findCell } from '../opendata/findCell.ts'
import type { MethodGlance } from './contract.ts'
import { exitsOf, shareAt } from './glance.ts'

/** An intervention at one of its associations, as the register has it. */
export interface MethodIntervention {
  id: string
  name: string
  methods: readonly string[]
  end_date: string | null
  association_id: string
  association: string
  slug: string
}

/** What is published of a method: its interventions in the order of the alphabet, each with its own published figures of the newest year. */
export function methodGlanceOf(
  cubes: readonly Cube[],
  { method, names, interventions }: { method: Method; names: ReadonlyMap<string, string>; interventions: readonly MethodIntervention[] },
  { writing, today }: { writing: Writing; today: string },
): MethodGlance {
  const yearly = cubes.filter(({ isWholeYears }) => isWholeYears)
  const ofInterventions = yearly.filter(({ axes }) =>
    axes.some(({ code, values }) => code === 'place' && values.some((one) => one.code.includes('/'))),
  )
  const years = ofInterventions.flatMap(({ releases }) => releases.map(({ year }) => year)).sort()
  const year = years.at(-1) ?? null
  const figures = ({ association_id, id }: MethodIntervention) => {
    if (year === null) return { exits: null, outcome: null }
    const at = { place: `${association_id}/${id}` }
    const exits = findCell(ofInterventions, exitsOf(year, at))
    return { exits: exits ? countFigure(exits.cell, writing) : null, outcome: shareAt(ofInterventions, year, at, writing)?.figure ?? null }
  }
  return {
    method,
    demo: yearly.some(({ demo }) => demo),
    year,
    threshold: ofInterventions.length > 0 ? Math.max(...ofInterventions.map(({ threshold }) => threshold)) : null,
    interventions: interventions.map((one) => ({
      ...{ id: one.id, name: one.name, association: { slug: one.slug, name: one.association } },
      others: one.methods.filter((code) => code !== method.code).map((code) => names.get(code) ?? code),
      isRunning: one.end_date === null || one.end_date >= today,
      ...figures(one),
    })),
    tables: ofInterventions.map(({ id, title }) => ({ id, title: title[writing.locale] })),
  }
}
