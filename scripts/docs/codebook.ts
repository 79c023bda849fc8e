import { z } from 'zod'
import { HeadCount, Intervention, InterventionYear } from '../../src/interventions/domain.ts'
import { YearCost, YearFinancing } from '../../src/interventions/year/yearMoney.ts'
import { Participation } from '../../src/participations/domain.ts'
import { ContactFields } from '../../src/participations/register/contact.ts'
import { measures } from '../../src/statistics/measure.ts'
import type { Code, Text } from '../../src/values/codeList.ts'

const intro = `# Kodbok

Vad varje uppgift och mått betyder. Skapad ur programmets egna scheman med \`npm run docs\`; ändra inte här.
`

const objects = [
  ['Deltagande', 'En person i en insats, från start till avslut (nivå T1, utan identitet).', Participation],
  ['Uppföljning', 'En kontakt efter start eller avslut (nivå T1).', ContactFields],
  ['Insats', 'Det som förbundet finansierar.', Intervention],
  ['Antal deltagare', 'Förbundets egna antal per insats, år och kön (nivå T0).', HeadCount],
  ['Plan och pengar', 'Per insats och år.', InterventionYear],
  ['Kostnad', 'Del av plan och pengar: ett kostnadsslag.', YearCost],
  ['Finansiering', 'Del av plan och pengar: vad en part bidrar med.', YearFinancing],
] as const

const units = { participations: 'deltaganden', persons: 'personer', share: 'andel', days: 'dagar' }

interface List {
  name: string
  codes: readonly Code[]
}

/** The codebook as Markdown, in Swedish: fields, code lists, measures. */
export function codebook(): string {
  const lists = new Map<string, List>()
  const sections = objects.flatMap(([title, about, schema]) => [`## ${title}`, '', about, '', ...fieldTable(schema.shape, lists), ''])
  const codes = [...lists.values()].flatMap(({ name, codes }) => [
    ...[`### ${name}`, '', '| Kod | Svenska | Engelska |', '| --- | --- | --- |'],
    ...codes.map(({ code, label }) => row(`\`${code}\``, label.sv, label.en)),
    '',
  ])
  const defined = Object.values(measures).map(({ name, label, definition, unit, formula, source, since, replacedBy }) =>
    row(`\`${name}\``, label.sv, units[unit], definition.sv, `\`${formula}\``, source.sv, since, replacedBy ?? '–'),
  )
  const head = [
    '| Mått | Namn | Enhet | Definition | Formel | Källa | Sedan | Ersatt av |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  const measureTable = ['## Mått', '', ...head, ...defined, '']
  return [intro, ...sections, '## Kodlistor', '', ...codes, ...measureTable].join('\n')
}

const row = (...cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function fieldTable(shape: Record<string, z.ZodType>, lists: Map<string, List>): string[] {
  const lines = Object.entries(shape).flatMap(([name, field]) => {
    const { label, help } = (field.meta() ?? {}) as { label?: Text; help?: Text }
    // Fields without a label are the system's own: ids and versions.
    if (!label) return []
    const list = listOf(field)
    if (list) lists.set(list.name, list)
    return [row(`\`${name}\``, label.sv, help?.sv ?? '', valuesOf(field, list), mayBeEmpty(field) ? 'ja' : 'nej')]
  })
  return ['| Fält | Namn | Hjälp | Värden | Får vara tomt |', '| --- | --- | --- | --- | --- |', ...lines]
}

const mayBeEmpty = (field: z.ZodType): boolean => [null, '', [], {}].some((empty) => field.safeParse(empty).success)

function valuesOf(field: z.ZodType, list: List | undefined): string {
  const inner = unwrap(field)
  if (inner instanceof z.ZodRecord) return `en eller flera ur [${list!.name}](#${list!.name.toLowerCase()}), med procent 0–100 eller okänt`
  if (list) return `${inner instanceof z.ZodArray ? 'en eller flera ur ' : ''}[${list.name}](#${list.name.toLowerCase()})`
  if (inner instanceof z.ZodArray) return 'lista'
  if (inner instanceof z.ZodBoolean) return 'ja eller nej'
  if (inner instanceof z.ZodNumber) return numberText(inner)
  if (inner.safeParse('2024-02-29').success && !inner.safeParse('2023-02-29').success) return 'datum, ÅÅÅÅ-MM-DD'
  if (inner instanceof z.ZodUUID) return 'id (UUID)'
  return inner.safeParse('0180').success && !inner.safeParse('018').success ? 'fyra siffror' : 'text'
}

function numberText({ minValue, maxValue }: z.ZodNumber): string {
  const isBounded = maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER
  return isBounded ? `heltal ${minValue}–${maxValue}` : `heltal från ${minValue}`
}

function unwrap(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodNullable || field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? unwrap(field.unwrap() as z.ZodType)
    : field
}

/** The code list behind a field: its own, that of its elements, or that of its keys. */
function listOf(field: z.ZodType): List | undefined {
  const inner = unwrap(field)
  if (inner instanceof z.ZodArray) return listOf(inner.element as z.ZodType)
  if (inner instanceof z.ZodRecord) return listOf(inner.keyType as z.ZodType)
  return inner.meta()?.codeList as List | undefined
}
