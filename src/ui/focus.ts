import { nextTick, type Directive, type ShallowRef } from 'vue'

/**
 * Takes the focus when it appears: the heading of a form that was just opened, so that the keyboard is in the form and a screen reader says
 * what it is. Needs `tabindex="-1"` on what is no field.
 */
export const vFocus: Directive<HTMLElement> = { mounted: (element) => element.focus() }

/** Gives the focus, once the page shows what has changed, to what tells of it, so that neither keyboard nor screen reader is left behind. */
export async function focusSoon(target: Readonly<ShallowRef<HTMLElement | null>>): Promise<void> {
  await nextTick()
  target.value?.focus()
}
