import { computed } from 'vue'
import { useSession } from '../../ui/session.ts'

/** The controllers for which the person registers participations. */
export function useMyControllers() {
  const session = useSession()
  return computed(() => {
    const found = session.assignments.value.filter((one) => one.role === 'caseworker' || one.role === 'controllerAdmin')
    return [...new Map(found.map((one) => [one.controllerId!, one.controllerName ?? ''])).entries()].map(([id, name]) => ({ id, name }))
  })
}
