import type { Writing } from '../../figure.ts'
import { codelistsOf } from '../codelist.ts'
import type { AnyCube, CubeAxis, CubeValue } from '../cube.ts'
import type { ChosenTable } from '../selection.ts'
import { notesOf, titleOf, unitOf, yearsOf } from '../words.ts'
import { numberIn, signOf } from '../openCell.ts'

/** Whose table it is, and where code lists are found. */
export interface JsonStatHead {
  source: string
  /** The address of the interface, without a slash at its end. */
  base: string
}

/**
 * A part of a table as JSON-stat 2.0 (json-stat.org/full), with the `extension` blocks of PxWebApi 2 that PxWeb clients read. Cells without a number are
 * `null` and have their sign in `status`.
 */
export function jsonStat({ cube, axes, cells, placement }: ChosenTable, head: JsonStatHead, writing: Writing): object {
  const status: Record<string, string> = {}
  const value = cells.map((cell, at) => {
    const sign = signOf(cell)
    if (sign !== undefined) status[at] = sign
    return cell === undefined ? null : (numberIn(cell) ?? null)
  })
  return { ...described(cube, axes, placement, head, writing), value, ...(Object.keys(status).length > 0 ? { status } : {}) }
}

/** The table without its cells: what can be asked for, as PxWebApi 2 tells metadata. */
export function jsonStatMetadata(
  cube: AnyCube,
  axes: ChosenTable['axes'],
  placement: ChosenTable['placement'],
  head: JsonStatHead,
  writing: Writing,
): object {
  return { ...described(cube, axes, placement, head, writing), value: [] }
}

function described(
  cube: AnyCube,
  axes: ChosenTable['axes'],
  placement: ChosenTable['placement'],
  head: JsonStatHead,
  writing: Writing,
): object {
  const ofKind = (kind: CubeAxis['kind']): string[] => axes.flatMap(({ axis }) => (axis.kind === kind ? [axis.code] : []))
  const geo = ofKind('geo')
  const note = notesOf(cube, writing)
  return {
    ...{ version: '2.0', class: 'dataset', label: titleOf(cube, yearsOf(axes), writing), source: head.source },
    ...{ updated: instant(cube.updated), note },
    role: { time: ofKind('time'), ...(geo.length > 0 ? { geo } : {}), metric: ofKind('contents') },
    id: axes.map(({ axis }) => axis.code),
    size: axes.map(({ values }) => values.length),
    dimension: Object.fromEntries(axes.map(({ axis, values }) => [axis.code, dimensionOf({ cube, axis, values }, head.base, writing)])),
    extension: {
      noteMandatory: Object.fromEntries(note.map((_, at) => [at, true])),
      px: pxKeywords(cube, placement, writing),
      contact: [],
    },
  }
}

function dimensionOf(
  { cube, axis, values }: { cube: AnyCube; axis: CubeAxis; values: readonly CubeValue[] },
  base: string,
  writing: Writing,
): object {
  const { locale, t } = writing
  const unit = unitOf(cube, writing)
  const codelists = codelistsOf(cube, axis).map(({ id, label }) => ({
    ...{ id, label: label[locale], type: 'Valueset' },
    links: [{ rel: 'metadata', hreflang: locale, href: `${base}/codelists/${id}?lang=${locale}` }],
  }))
  const each = <T>(value: T): Record<string, T> => Object.fromEntries(values.map(({ code }) => [code, value]))
  const labels = Object.fromEntries(values.map(({ code, label }) => [code, label[locale]]))
  const isContents = axis.kind === 'contents'
  return {
    label: axis.label[locale],
    category: {
      index: Object.fromEntries(values.map(({ code }, at) => [code, at])),
      label: labels,
      ...(isContents ? { unit: each({ base: unit, decimals: 0 }) } : {}),
    },
    extension: {
      elimination: axis.whole !== undefined,
      ...(axis.whole === undefined ? {} : { eliminationValueCode: axis.whole }),
      show: axis.kind === 'time' ? 'code' : 'value',
      // Version 2.2 of PxWebApi writes `codelists`; clients made for 2.0 look for `codeLists`.
      ...{ codelists, codeLists: codelists },
      ...(isContents
        ? {
            measuringType: each('Flow'),
            priceType: each('NotApplicable'),
            adjustment: each('None'),
            refperiod: each(t('opendata.refperiod')),
            // PxWeb 2 has it as the title above a table of one measure, and no other text there.
            alternativeText: labels,
          }
        : {}),
    },
  }
}

function pxKeywords({ id, axes, folder, title }: AnyCube, { stub, heading }: ChosenTable['placement'], { locale, t }: Writing): object {
  return {
    ...{ tableid: id, matrix: id, decimals: 0, 'official-statistics': false, aggregallowed: false, copyright: false, language: locale },
    ...{
      contents: axes.find(({ kind }) => kind === 'contents')!.values[0]!.label[locale],
      description: title[locale],
      descriptiondefault: false,
    },
    ...{ heading, stub, 'subject-code': folder, 'subject-area': t(`opendata.folder.${folder}`) },
  }
}

/** An instant as PxWebApi writes it: UTC, whole seconds. */
export function instant(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z')
}
