import type { BookWarning, BookYear } from '../domain.ts'
import type { Payer } from '../level.ts'
import { giverName } from '../giver.ts'

/** An association, as far as who pays as what. */
interface Parties {
  members: readonly { payer: Payer }[]
}

type Translate = (key: string, args?: Record<string, string | number>) => string

/** The name of a party in an association: one region or several, one municipality or several. */
export function partyName(payer: Payer, book: Parties, t: Translate): string {
  return t(`contributions.party.${payer}`, { n: book.members.filter((one) => one.payer === payer).length })
}

/** A warning in words. */
export const warningText = ({ key, args }: BookWarning, t: Translate): string =>
  t(key, args.asRegion ? { ...args, member: t('contributions.inRegionsPart', { name: args.member! }) } : args)

/** Parties in a row: “regionen och kommunerna”, small letters inside a sentence. */
export function partyNames(payers: readonly Payer[], book: Parties, t: Translate, locale: string): string {
  const names = payers.map((payer) => partyName(payer, book, t)).map((name) => name.charAt(0).toLowerCase() + name.slice(1))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** Parties in a row as a cell of a table has them: a capital first, `–` for nobody. */
export function partyCell(level: { binding: readonly Payer[]; isEven: boolean }, book: Parties, t: Translate, locale: string): string {
  if (level.isEven) return t('contributions.even')
  const names = partyNames(level.binding, book, t, locale)
  return names === '' ? '–' : names.charAt(0).toUpperCase() + names.slice(1)
}

/** What a year comes to, a sentence each: whose contribution sets the level, at what leverage, what is missing, and that party's own reasons. */
export function yearSentences(one: BookYear, book: Parties, t: Translate, locale: string): string[] {
  const names = (payers: readonly Payer[]): string => partyNames(payers, book, t, locale)
  const year = String(one.year)
  if (!one.level) {
    const silent = one.parties.filter(({ offerOre }) => offerOre === null).map(({ payer }) => payer)
    return [t('contributions.levelUnknown', { year, parties: names(silent) })]
  }
  const { totalOre, binding, isEven, isExpected } = one.level
  const party = names(binding)
  const level = totalOre / 100
  const gap = one.gapOre === null || one.agreedOre === null ? undefined : { agreed: one.agreedOre / 100, gap: one.gapOre / 100 }
  return [
    isEven ? t('contributions.levelEven', { year, level }) : t('contributions.levelSet', { year, level, party }),
    ...(isEven ? [] : leverages(one, names, t)),
    ...(gap ? [t('contributions.gapSentence', gap)] : []),
    ...(isExpected ? [t('contributions.levelExpected')] : []),
    ...(isEven ? [] : motives(one, party, t)),
  ]
}

/** Of each party that sets the level, for a krona of the state's and of a quarter's do not weigh alike. */
function leverages({ parties }: BookYear, names: (payers: readonly Payer[]) => string, t: Translate): string[] {
  const setting = parties.filter(({ setsLevel }) => setsLevel)
  return setting.map(({ payer, leverage }) => t('contributions.leverage', { party: names([payer]), leverage }))
}

function motives(one: BookYear, party: string, t: Translate): string[] {
  const given = one.members.filter(({ payer, motive }) => motive !== '' && one.level!.binding.includes(payer))
  if (given.length === 0) return [t('contributions.noMotive', { party })]
  return given.map((of) => t('contributions.motiveOf', { member: giverName(of, t), motive: of.motive }))
}
