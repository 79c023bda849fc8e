import { z } from 'zod'
import { FidelityKind } from '../../interventions/fidelity/domain.ts'
import { cellSchema } from '../../statistics/cellSchema.ts'
import { Heading, PeriodShown } from '../../statistics/domain.ts'
import { CurveValue, Description, fairOutcomes } from '../domain.ts'

/** An intervention with how closely its teams follow the method, and how its participants fared. */
export const FidelityDot = z.object({
  heading: Heading,
  /** The mean of its teams' sums, rounded to whole points. */
  score: z.int(),
  teams: z.int(),
  /** Self when any of its teams is by itself. */
  kind: FidelityKind.schema,
  assessedOn: z.string(),
  n: cellSchema,
  x: cellSchema,
  /** `null` where the share is not shown: too few, or hidden. */
  share: CurveValue.nullable(),
})
export type FidelityDot = z.infer<typeof FidelityDot>

/** A correlation of what is drawn, with Fisher's interval where there are at least four dots. */
export const ShownCorrelation = z.object({ n: z.int(), r: z.number(), lower: z.number(), upper: z.number() })
export type ShownCorrelation = z.infer<typeof ShownCorrelation>

/** Fidelity beside outcomes. */
export const FidelityBeside = Description.extend({
  outcome: z.enum(fairOutcomes),
  followed: PeriodShown.nullable(),
  /** The scale that most interventions of the place are scored by, and its ends; `null` when none is assessed. */
  scale: z.object({ name: z.string(), least: z.int(), most: z.int() }).nullable(),
  /** In the order of the alphabet. */
  dots: z.array(FidelityDot),
  correlation: ShownCorrelation.nullable(),
  /** Ends of the line of least squares, as score and share; `null` below 15 dots. */
  line: z.array(z.object({ score: z.number(), share: z.number() })).nullable(),
})
export type FidelityBeside = z.infer<typeof FidelityBeside>
