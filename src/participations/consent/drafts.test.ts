import { describe, expect, test } from 'vitest'
import type { TargetGroup } from '../../interventions/codes.ts'
import { Participation } from '../domain.ts'
import { ContactFields } from '../register/contact.ts'
import { ConsentLanguage, needsNativeReader, type ConsentLanguage as Language } from './domain.ts'
import { consentDrafts } from './drafts.ts'
import { draftWords } from './draftWords.ts'
import { groupOfContactField, groupOfField } from './textGroups.ts'

const languages = ConsentLanguage.codes.map(({ code }) => code)

/** What of the groups people are put in is about health, abuse and violence, and how each text says so. */
const sensitive: Partial<Record<(typeof TargetGroup.codes)[number]['code'], Record<Language, string>>> = {
  mentalIllHealth: { sv: 'psykisk ohälsa', 'sv-easy': 'psykiskt', en: 'mental ill health', ar: 'النفسية', so: 'dhimirka', uk: 'психічне' },
  neuropsychiatric: { sv: 'neuropsyk', 'sv-easy': 'adhd', en: 'neuropsychiatric', ar: 'عصبية نفسية', so: 'neerfo', uk: 'нейропсих' },
  substanceUse: { sv: 'beroende', 'sv-easy': 'droger', en: 'dependence', ar: 'إدمان', so: 'balwad', uk: 'залежність' },
  violence: { sv: 'våldsutsatt', 'sv-easy': 'våld', en: 'violence', ar: 'للعنف', so: 'rabshad', uk: 'насильства' },
  longTermSick: { sv: 'sjukskriven', 'sv-easy': 'sjuk', en: 'sick-listed', ar: 'مرضية', so: 'jirro', uk: 'лікарняний' },
  lonely: { sv: 'isolerad', 'sv-easy': 'ensam', en: 'isolated', ar: 'العزلة', so: 'go’doonsan', uk: 'ізольовані' },
}

describe('the texts that a consent begins from', () => {
  test('have a line for every field of a participation and of a follow-up, and none for what is not recorded', () => {
    expect(Object.keys(groupOfField).sort()).toEqual(Object.keys(Participation.shape).sort())
    expect(Object.keys(groupOfContactField).sort()).toEqual(Object.keys(ContactFields.shape).sort())
    const used = new Set([...Object.values(groupOfField), ...Object.values(groupOfContactField)])
    for (const language of languages) expect(new Set(Object.keys(draftWords[language].groups))).toEqual(used)
  })
  test.each(languages)('%s says each line once, in words of its own', (language) => {
    const lines = Object.values(draftWords[language].groups)
    for (const line of lines) expect(consentDrafts[language].split(`– ${line}`).length, line).toBe(2)
    expect(new Set(lines).size).toBe(lines.length)
    for (const said of Object.values(draftWords[language].says)) expect(consentDrafts[language]).toContain(said)
  })
  test.each(languages)('%s names what is sensitive of the groups that people are put in', (language) => {
    for (const words of Object.values(sensitive)) expect(draftWords[language].groups.targetGroups).toContain(words[language])
  })
  test('promise neither that no personal number is stored, nor that all is removed at once', () => {
    expect(draftWords.sv.says.identity).toContain('personnummer sparas bara om')
    expect(draftWords.sv.says.takenBack).toMatch(/beslut om gallring tar vi bort.*Annars låser vi/)
    for (const old of ['namn eller personnummer', 'Då tar vi bort', 'We then remove', 'name or personal identity number'])
      for (const language of languages) expect(consentDrafts[language]).not.toContain(old)
  })
  test('in easy Swedish stays easy: short sentences, no long words', () => {
    const { says, groups } = draftWords['sv-easy']
    const sentences = [...Object.values(says), ...Object.values(groups)].flatMap((text) => text.split(/[.?:] ?/)).filter(Boolean)
    const words = (text: string): string[] => text.split(/\s+/)
    expect(sentences.filter((text) => words(text).length > 32)).toEqual([])
    expect(
      Object.values(says)
        .flatMap((text) => text.split(/[.?] ?/))
        .filter((text) => words(text).length > 15),
    ).toEqual([])
    expect(sentences.flatMap(words).filter((word) => word.length > 13)).toEqual([])
  })
  test('fit in what can be published, and say where somebody who speaks the language must read them', () => {
    for (const language of languages) expect(consentDrafts[language].length).toBeLessThan(10_000)
    expect(needsNativeReader).toEqual(languages.filter((language) => !language.startsWith('sv')))
  })
})
