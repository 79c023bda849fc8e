import { ref, watch } from 'vue'
import { useSession } from '../../ui/session.ts'

/** The controllers that the person is data steward of, and the one chosen. */
export function useStewardships() {
  const stewardships = useSession().controllersWith(['controllerAdmin'])
  const controllerId = ref('')
  watch(stewardships, (list) => (controllerId.value = list[0]?.id ?? ''), { immediate: true })
  return { stewardships, controllerId }
}
