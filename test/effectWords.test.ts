// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf } from './askedFacts.ts'
import { denseFacts } from './denseFacts.ts'
import { messages } from '../src/messages.ts'
import { translator } from '../src/values/catalogue.ts'
import type { Locale } from '../src/values/codeList.ts'
import { monthNumber } from '../src/values/month.ts'
import { besideMessages } from '../src/effects/against/besideMessages.ts'
import { againstMessages } from '../src/effects/against/messages.ts'
import { resultMessages } from '../src/effects/against/resultMessages.ts'
import { beforeAfterOf } from '../src/effects/change/beforeAfter.ts'
import { changeMessages } from '../src/effects/change/messages.ts'
import { modestWords, notAnEffect } from '../src/effects/claimWords.ts'
import { comparisonOf } from '../src/effects/fair/fairComparison.ts'
import { besideTexts } from '../src/effects/fidelity/messages.ts'
import { fairMessages } from '../src/effects/fair/messages.ts'
import { frameMessages } from '../src/effects/messages.ts'
import { registerMessages } from '../src/effects/ownRegister/messages.ts'
import { overTimeMessages } from '../src/effects/overTime/messages.ts'
import { overTimeOf } from '../src/effects/overTime/overTime.ts'

const saysEffect = (text: string): boolean => /effe[ck]t/i.test(notAnEffect.reduce((rest, allowed) => rest.replaceAll(allowed, ''), text))

describe('the word for what an intervention did', () => {
  const modest = {
    ...{ ...frameMessages, ...overTimeMessages, ...changeMessages, ...fairMessages },
    ...{ ...againstMessages, ...resultMessages, ...besideMessages, ...besideTexts, ...registerMessages },
  }
  test.each(Object.entries(modest))('is not in %s', (_, { sv, en }) => expect([sv, en].filter(saysEffect)).toEqual([]))
  test('may stand only where it is said that something is none', () => {
    const allowed = Object.values(modest).flatMap(({ sv, en }) => [sv, en].filter((text) => /effe[ck]t/i.test(text)))
    expect(new Set(allowed)).toEqual(new Set(notAnEffect))
  })
  test('is a compiler error among texts of what claims less', () => {
    // @ts-expect-error the Swedish text has the word
    modestWords({ one: { sv: 'Insatsens Effekter', en: 'What it did' } })
    // @ts-expect-error the English text has the word
    modestWords({ one: { sv: 'Vad den gjorde', en: 'Its effects' } })
    modestWords({ one: { sv: 'Förändring, inte effekt', en: 'Change, not effect' } })
  })
  test.each(['sv', 'en'] as const)('is in no answer in %s', (locale: Locale) => {
    const writing = { locale, t: translator(messages, locale) }
    const until = monthNumber('2025-12')
    for (const size of [10, 200, 4000]) {
      const ask = { ...askedOf(denseFacts(size, 1), { from: '2023-01', to: '2023-12' }), writing }
      const answers = [
        overTimeOf(ask, until),
        beforeAfterOf(ask),
        comparisonOf(ask, until),
        comparisonOf(ask, until, 'state'),
        comparisonOf(ask, monthNumber('2023-02')),
      ]
      for (const answer of answers) expect(saysEffect(JSON.stringify(answer))).toBe(false)
    }
  })
})
