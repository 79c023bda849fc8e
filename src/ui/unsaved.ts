import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'

/** Asks before a page with unsaved changes is left, whichever way: another page, another address of the same page, or closing it. */
export function guardUnsaved(dirty: () => boolean, question: () => string): void {
  const ask = (): boolean => !dirty() || window.confirm(question())
  onBeforeRouteLeave(ask)
  onBeforeRouteUpdate((to, from) => to.path === from.path || ask())
  const stop = (event: BeforeUnloadEvent): void => {
    if (dirty()) event.preventDefault()
  }
  onMounted(() => window.addEventListener('beforeunload', stop))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', stop))
}
