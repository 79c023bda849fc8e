import { choose, f64, f64x2, get, i32, number, set, type Code } from './assembly.ts'

/** Locals of a loop that looks for the largest of many numbers, two at a time: all are pairs. */
export interface Search {
  /** The largest so far of the even places and of the odd ones, and where each was first; -1 when there is none. */
  most: number
  where: number
  /** The two places that are looked at. */
  places: number
  /** What those two have. */
  own: number
}

const both = (value: number): Code => f64x2.twice(number(value))

/** Nothing was seen yet, and only what is larger than nought will be. */
export const begin = ({ where, places }: Search): Code => [...set(where, both(-1)), ...set(places, f64x2.withSecond(both(0), number(1)))]

/** Looks at two places without a branch, since whether a number is the largest so far cannot be foreseen. */
export const look = ({ most, where, places, own }: Search, value: Code): Code => [
  ...set(own, value),
  ...set(where, f64x2.choose(get(places), get(where), f64x2.lt(get(most), get(own)))),
  ...set(most, f64x2.larger(get(most), get(own))),
  ...set(places, f64x2.add(get(places), both(2))),
]

/** The first place of all that had the largest number. */
export const found = ({ most, where }: Search): Code => {
  const [first, second] = [f64x2.first(get(most)), f64x2.second(get(most))]
  const [firstPlace, secondPlace] = [f64x2.first(get(where)), f64x2.second(get(where))]
  const isSecond = i32.or(f64.gt(second, first), i32.and(f64.eq(second, first), f64.lt(secondPlace, firstPlace)))
  return i32.of(choose(secondPlace, firstPlace, isSecond))
}
