import { reactive } from 'vue'
import { afterEach, describe, expect, test } from 'vitest'
import { openPage, settled, type LivePage } from '../../../../test/livePage.ts'
import { addText } from '../../../ui/text.ts'
import { financingMessages } from '../../messages.ts'
import { knownRules, type Rules } from '../rules.ts'
import RulesForm from './RulesForm.vue'

let page: LivePage
let rules: Rules
afterEach(() => page.close())

async function open(given: Partial<Rules> = {}): Promise<void> {
  addText(financingMessages)
  rules = reactive<Rules>({ ...knownRules, stair: [], ...given })
  page = await openPage(RulesForm, { rules, onChange: (change: Partial<Rules>) => void Object.assign(rules, change) })
}
/** Presses a switch by its words. */
const toggle = async (words: string): Promise<void> => {
  page.all('label', words)[0]!.click()
  await settled()
}
async function write(id: string, text: string): Promise<void> {
  const field = page.field(id)
  field.value = text
  field.dispatchEvent(new Event('change'))
  await settled()
}
const steps = [
  { above: 0.2, reduction: 0.1 },
  { above: 0.4, reduction: 0.3 },
]

describe('the equity stair', () => {
  test('has no steps until somebody writes them, nor when it is switched on', async () => {
    await open()
    await toggle('Trappa')
    expect([rules.stairOn, rules.stair]).toEqual([true, []])
    expect(['rules-above', 'rules-reduction'].map((id) => page.field(id).value)).toEqual(['', ''])
  })
  test('has the step that is written, and none when it is emptied again', async () => {
    await open({ stairOn: true })
    await write('rules-above', '25')
    expect(rules.stair).toEqual([{ above: 0.25, reduction: NaN }])
    await write('rules-reduction', '12,5')
    expect(rules.stair).toEqual([{ above: 0.25, reduction: 0.125 }])
    await write('rules-above', '')
    await write('rules-reduction', '')
    expect(rules.stair).toEqual([])
  })
  test('keeps all its steps when a switch is pressed, and the others when one is written', async () => {
    await open({ stairOn: true, stair: steps })
    await toggle('Broms')
    expect([rules.brakeOn, rules.stair]).toEqual([true, steps])
    await write('rules-reduction', '15')
    expect(rules.stair).toEqual([{ above: 0.2, reduction: 0.15 }, steps[1]])
    expect(page.field('rules-above-2').value).toBe('40')
    expect(page.field('rules-above-3').value).toBe('')
    await write('rules-above-2', '50')
    expect(rules.stair).toEqual([{ above: 0.2, reduction: 0.15 }, { above: 0.5, reduction: 0.3 }]) // prettier-ignore
  })
})
