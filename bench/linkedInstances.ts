import { Random } from '../src/demo/random.ts'

/** What `readInstance` reads, made up. */
export interface MadeInstance {
  name: string
  threshold: number
  dims: { name: string; codes: string[]; parent: number[] }[]
  tables: { dims: number[]; levels?: Record<string, number> }[]
  base: number[][]
}

type Dim = MadeInstance['dims'][number]

/** The nation, its regions, their associations and, where wanted, the interventions of each. */
function places(random: () => number, regions: number, associations: number, interventions: number): Dim {
  const dim: Dim = { name: 'plats', codes: ['Riket'], parent: [-1] }
  const add = (code: string, parent: number): number => dim.codes.push(code) && dim.parent.push(parent) - 1
  let number = 0
  for (let region = 1; region <= regions; region++) {
    const above = add(`R${region}`, 0)
    const wanted =
      region === regions ? associations - number : Math.min(associations - number, 1 + Math.floor((random() * 2 * associations) / regions))
    for (let at = 0; at < wanted; at++) {
      const association = add(`F${++number}`, above)
      if (interventions > 0) for (let one = 1; one <= 1 + random() * 2 * interventions; one++) add(`F${number}-${one}`, association)
    }
  }
  return dim
}

const flat = (name: string, codes: string[]): Dim => ({ name, codes: ['Tot', ...codes], parent: [-1, ...codes.map(() => 0)] })
const sex = flat('kon', ['Kvinna', 'Man'])
const age = flat('alder', ['16-24', '25-29', '30-44', '45-54', '55-59', '60-66'])
const support = flat('forsorjning', ['Sjukpenning', 'Rehab', 'Aktivitet', 'Bistånd', 'Ersättning', 'Ingen'])
const outcome = flat('utfall', ['Arbete', 'Studier', 'Arbetssök', 'Rehab', 'Sjukers', 'Övrigt'])

/** Skewed counts: many noughts and small ones, some large, by the sizes of place and category. */
function counts(random: () => number, dims: Dim[], mean: number): number[][] {
  const leaves = dims.map(({ codes, parent }) => [...codes.keys()].filter((node) => !parent.includes(node)))
  const size = leaves.map((nodes) => new Map(nodes.map((node) => [node, Math.exp(1.1 * (random() + random() + random() - 1.5) * 1.6)])))
  const base: number[][] = []
  const walk = (at: number, chosen: number[], expected: number): void => {
    if (at < dims.length) return leaves[at]!.forEach((node) => walk(at + 1, [...chosen, node], expected * size[at]!.get(node)!))
    const count = Math.floor(-Math.log(1 - random()) * expected * (random() < 0.25 ? 0.1 : 1.3))
    if (count > 0) base.push([...chosen, count])
  }
  walk(0, [], mean)
  return base
}

function made(
  name: string,
  seed: number,
  build: (random: () => number) => Pick<MadeInstance, 'dims' | 'tables'> & { mean: number },
): MadeInstance {
  const random = new Random(seed).next
  const { dims, tables, mean } = build(random)
  return { name, threshold: 5, dims, tables, base: counts(random, dims, mean) }
}

const linked = [
  { dims: [0, 1, 2], levels: { '0': 2 } },
  { dims: [0, 3, 4], levels: { '0': 2 } },
  { dims: [0, 1], levels: { '0': 3 } },
  { dims: [0, 1, 2, 4], levels: { '0': 1 } },
  { dims: [0, 1, 3], levels: { '0': 2 } },
]

/** Larger tables than the outside ones, made up, always the same. */
export const madeInstances: Record<string, () => MadeInstance> = {
  wide2: () =>
    made('wide2', 1, (random) => ({
      dims: [
        places(random, 21, 80, 4),
        flat(
          'kategori',
          Array.from({ length: 20 }, (_, at) => `K${at}`),
        ),
      ],
      tables: [{ dims: [0, 1] }],
      mean: 12,
    })),
  deep3: () => made('deep3', 2, (random) => ({ dims: [places(random, 21, 80, 4), sex, age], tables: [{ dims: [0, 1, 2] }], mean: 12 })),
  linked5: () =>
    made('linked5', 3, (random) => ({ dims: [places(random, 21, 90, 4), sex, age, support, outcome], tables: linked, mean: 0.09 })),
  linked5b: () =>
    made('linked5b', 11, (random) => ({ dims: [places(random, 14, 60, 6), sex, age, support, outcome], tables: linked, mean: 0.4 })),
  linked5c: () =>
    made('linked5c', 12, (random) => ({ dims: [places(random, 9, 120, 2), sex, age, support, outcome], tables: linked, mean: 0.03 })),
  dense4: () =>
    made('dense4', 4, (random) => ({ dims: [places(random, 8, 32, 0), sex, age, outcome], tables: [{ dims: [0, 1, 2, 3] }], mean: 6 })),
  dense4mid: () =>
    made('dense4mid', 6, (random) => ({
      dims: [places(random, 13, 47, 0), sex, age, outcome],
      tables: [{ dims: [0, 1, 2, 3] }],
      mean: 6,
    })),
  dense4large: () =>
    made('dense4large', 5, (random) => ({
      dims: [places(random, 21, 80, 0), sex, age, outcome],
      tables: [{ dims: [0, 1, 2, 3] }],
      mean: 6,
    })),
}
