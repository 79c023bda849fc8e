import { afterEach, expect, test } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { z } from 'zod'
import { openPage, type LivePage } from '../../test/livePage.ts'
import { CallError } from '../platform/call.ts'
import FormField from './FormField.vue'
import { useSending } from './sending.ts'

let page: LivePage
afterEach(() => page.close())

const Body = z.object({ name: z.string().min(1, 'namnet saknas'), seen: z.int('läst är fel') })
const wrong = (...faults: [where: string, message: string][]) =>
  new CallError(422, 'key', 'Det gick inte.', faults.map(([where, message]) => ({ where, key: 'key', message }))) // prettier-ignore

/** A form with a field for the name, one for the amount that is there at times, and one place for what is wrong in a list. */
async function open(refusal: CallError | undefined, given: unknown = { name: 'A', seen: 1 }): Promise<void> {
  const hasAmount = ref(true)
  const form = defineComponent({
    setup() {
      const { faults, failed, read, send } = useSending((key) => key)
      const save = (): void => {
        const body = read(Body, given)
        if (body) void send(() => Promise.reject(refusal ?? new Error('nothing')))
      }
      const field = (id: string) => h(FormField, { id, label: id, fault: faults.value[`body.${id}`] ?? '' }, { default: () => h('input') })
      return () => [
        ...[field('name'), ...(hasAmount.value ? [field('amount')] : []), field('list')],
        ...[h('p', { role: 'alert' }, failed.value), h('button', { onClick: save }, 'Spara')],
        h('button', { onClick: () => (hasAmount.value = false) }, 'Fäll ihop'),
      ]
    },
  })
  page = await openPage(form)
}
const told = () => ({ fields: page.all('.fault').map((one) => one.textContent), whole: page.all('p')[0]!.textContent })

test('a fault is told at its field, and nothing of the whole', async () => {
  await open(wrong(['body.name', 'Namnet är taget.'], ['body.amount', 'För mycket.']))
  await page.press('Spara')
  expect(told()).toEqual({ fields: ['Namnet är taget.', 'För mycket.'], whole: '' })
})
test('a fault that the form has no field for is told of the whole, once', async () => {
  await open(
    wrong(['body.name', 'Namnet är taget.'], ['body.ownerId', 'Ägaren är ingen medlem.'], ['body.units', 'Ägaren är ingen medlem.']),
  )
  await page.press('Spara')
  expect(told()).toEqual({ fields: ['Namnet är taget.'], whole: 'Ägaren är ingen medlem.' })
})
test('a field that is not shown any more has no place for its fault', async () => {
  await open(wrong(['body.amount', 'För mycket.']))
  await page.press('Fäll ihop')
  await page.press('Spara')
  expect(told()).toEqual({ fields: [], whole: 'För mycket.' })
})
test('a fault inside a list is told where the list has its place', async () => {
  await open(wrong(['body.list.3.means', 'Insatsen är inte förbundets.'], ['body.list.5.means', 'En till.']))
  await page.press('Spara')
  expect(told()).toEqual({ fields: ['Insatsen är inte förbundets.'], whole: '' })
})
test('what is wrong before it is sent is told in the same way, and no more once it is right', async () => {
  await open(undefined, { name: '', seen: 'x' })
  await page.press('Spara')
  expect(told()).toEqual({ fields: ['namnet saknas'], whole: 'läst är fel' })
  page.close()
  await open(new CallError(409, 'key', 'Någon annan var här.'))
  await page.press('Spara')
  expect(told()).toEqual({ fields: [], whole: 'Någon annan var här.' })
})

test('of two forms, the one that was sent gets the focus, though the other has a fault that was told before', async () => {
  const one = (id: string) =>
    defineComponent({
      setup() {
        const { faults, send } = useSending((key) => key)
        const save = (): void => void send(() => Promise.reject(wrong([`body.${id}`, 'Fel.'])))
        return () =>
          h('form', { class: 'panel' }, [
            h(
              FormField,
              { id, label: id, fault: faults.value[`body.${id}`] ?? '' },
              { default: ({ control }: { control: object }) => h('input', control) },
            ),
            h('button', { type: 'button', onClick: save }, `Spara ${id}`),
          ])
      },
    })
  const [upper, lower] = [one('upper'), one('lower')]
  page = await openPage(defineComponent({ render: () => [h(upper), h(lower)] }))
  for (const id of ['upper', 'lower', 'upper']) {
    page.all('button', `Spara ${id}`)[0]!.focus()
    await page.press(`Spara ${id}`)
    expect(document.activeElement?.id).toBe(id)
  }
})
