import { kronorText } from '../../financing/contributions/page/kronorText.ts'
import { Orientation, TargetGroup } from '../../interventions/codes.ts'
import type { Locale } from '../../values/codeList.ts'
import type { ApplicationContent } from '../domain.ts'

interface Words {
  t: (key: string, args?: Record<string, string | number>) => string
  locale: Locale
  number: (value: number, digits?: number) => string
  methodName: (code: string) => string
}

/** A field of an application in words; nothing when it is left out. */
export function wordsOf(content: ApplicationContent, name: keyof ApplicationContent, { t, locale, number, methodName }: Words): string {
  const value = content[name]
  if (name === 'orientation') return Orientation.codes.find(({ code }) => code === value)!.label[locale]
  if (name === 'outcome')
    return `${t(`applications.outcome.${content.outcome}`)}, ${content.months} ${t('applications.field.months').toLocaleLowerCase(locale)}`
  if (name === 'budget') {
    const one = ({ year, kind, amountOre }: ApplicationContent['budget'][number]): string =>
      `${year} ${t(`applications.cost.${kind}`)}: ${kronorText(amountOre, number)}`
    return content.budget.map(one).join('; ')
  }
  if (name === 'targetGroups') return content.targetGroups.map((code) => TargetGroup.label(code, locale)).join(', ')
  if (name === 'methods') return content.methods.map(methodName).join(', ')
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'boolean') return t(value ? 'applications.yes' : 'applications.no')
  return value === null ? '' : String(value)
}
