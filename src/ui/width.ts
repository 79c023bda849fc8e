import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** The width of an element in pixels as it changes, so that a picture is drawn at its own size and its letters keep theirs. */
export function useWidth(element: Ref<HTMLElement | undefined>, atFirst = 600): Ref<number> {
  const width = ref(atFirst)
  let observer: ResizeObserver | undefined
  onMounted(() => {
    if (!element.value) return
    width.value = element.value.clientWidth || atFirst
    observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) width.value = Math.round(entry.contentRect.width)
    })
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return width
}
