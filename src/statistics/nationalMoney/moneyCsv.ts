import type { ApprovedYear } from '../../financing/approved/approvedStore.ts'
import type { FileAnswer } from '../../platform/serve.ts'
import { BYTE_ORDER_MARK, csvLine, harmless } from '../../values/csv.ts'
import type { Writing } from '../figure.ts'

const columns = ['year', 'slug', 'association', 'party', 'agreed_ore', 'decided_ore', 'paid_ore', 'level_ore'] as const

/** The contributions of approved years as CSV for machines: a line per association, year and party; amounts in öre, empty where nothing is entered. */
export function moneyCsv(years: readonly ApprovedYear[], slugs: ReadonlyMap<string, string>, demo: boolean, { t }: Writing): FileAnswer {
  const lines = years.flatMap(({ year, associationId, associationName, parties, levelOre }) =>
    parties.map(({ payer, agreedOre, decidedOre, paidOre }) => [
      ...[year, slugs.get(associationId)!, demo ? `${associationName} (${t('web.demo')})` : associationName, payer],
      ...[agreedOre, decidedOre, paidOre, levelOre],
    ]),
  )
  const text = [columns, ...lines].map((line) => csvLine(line.map((value) => harmless(String(value ?? '')))))
  return {
    fileName: 'samlad-pengar.csv',
    mediaType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(BYTE_ORDER_MARK + text.join('')),
  }
}
