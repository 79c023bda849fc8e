import { computed, reactive } from 'vue'
import type { WhoAmI } from '../access/contract.ts'
import type { Role } from '../platform/role.ts'

const state = reactive<WhoAmI>({ user: null, demo: false, demoSignIn: false })

/** Who is signed in, for all pages of this visit. */
export function useSession() {
  return {
    state,
    set(me: WhoAmI): void {
      Object.assign(state, me)
    },
    /** Whether the person holds one of the roles somewhere, or in a given place. */
    holds: (roles: readonly Role[], place?: { associationId?: string; controllerId?: string }): boolean =>
      (state.user?.assignments ?? []).some(
        (one) =>
          roles.includes(one.role) &&
          (!place?.associationId || one.associationId === place.associationId) &&
          (!place?.controllerId || one.controllerId === place.controllerId),
      ),
    assignments: computed(() => state.user?.assignments ?? []),
  }
}
