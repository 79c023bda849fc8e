import { z } from 'zod'
import type { Cell, CellForm } from '../disclosure/cell.ts'

const shown = z.object({ kind: z.literal('shown'), value: z.number() })
const approximate = z.object({ kind: z.literal('approximate'), value: z.number() })
const others = z.object({ kind: z.enum(['suppressed', 'reserved', 'missing', 'notApplicable', 'notAsked']) })
const cellShape = z.discriminatedUnion('kind', [shown, approximate, others]).meta({
  id: 'Cell',
  description:
    'A value that has passed disclosure control, or the reason why there is none. `shown` is exact and published, `approximate` has noise, `reserved` waits for its publication.',
}) satisfies z.ZodType<CellForm>

/** Schema of a cell, for response schemas of statistics: they accept nothing else. Only here may anything but `disclosure` call something a cell. */
export const cellSchema = cellShape as unknown as z.ZodType<Cell>
