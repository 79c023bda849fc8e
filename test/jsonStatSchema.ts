import { z } from 'zod'

/** JSON-stat 2.0 datasets, written from the specification (json-stat.org/full, version 2.0): shapes, and that ids, sizes, indexes and values fit together. */
const category = z
  .object({
    index: z.union([z.array(z.string()), z.record(z.string(), z.int().min(0))]),
    label: z.record(z.string(), z.string()),
    unit: z.record(z.string(), z.object({ base: z.string(), decimals: z.int().min(0) })).optional(),
  })
  .strict()

const dimension = z.object({ label: z.string(), category, extension: z.record(z.string(), z.unknown()) }).strict()

export const jsonStat2 = z
  .object({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    label: z.string().min(1),
    source: z.string(),
    updated: z.iso.datetime(),
    note: z.array(z.string()),
    role: z.object({ time: z.array(z.string()), geo: z.array(z.string()).optional(), metric: z.array(z.string()) }).strict(),
    id: z.array(z.string()).min(1),
    size: z.array(z.int().min(1)),
    dimension: z.record(z.string(), dimension),
    value: z.array(z.number().nullable()),
    status: z.record(z.string().regex(/^\d+$/), z.string()).optional(),
    extension: z.record(z.string(), z.unknown()),
  })
  .strict()
  .superRefine(({ id, size, dimension: dimensions, value, role, status }, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message })
    if (Object.keys(dimensions).join() !== id.join()) say('dimensions are not those of id')
    id.forEach((name, at) => {
      const { index, label } = dimensions[name]!.category
      const places = Array.isArray(index) ? index.map((_, place) => place) : Object.values(index)
      if (places.length !== size[at]) say(`size of ${name}`)
      if ([...places].sort((a, b) => a - b).some((place, order) => place !== order)) say(`indexes of ${name}`)
      if (Object.keys(label).length !== size[at]) say(`labels of ${name}`)
    })
    const cells = size.reduce((product, one) => product * one, 1)
    if (value.length !== 0 && value.length !== cells) say(`${value.length} values of ${cells}`)
    for (const name of [...role.time, ...role.metric, ...(role.geo ?? [])]) if (!id.includes(name)) say(`role of ${name}`)
    for (const at of Object.keys(status ?? {})) if (value[Number(at)] !== null) say(`status of a number at ${at}`)
  })
