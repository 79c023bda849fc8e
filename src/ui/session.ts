import { computed, reactive, ref } from 'vue'
import { holdsPersons, type NodeKind } from '../platform/node.ts'
import type { Assignment, Role } from '../platform/role.ts'

/** A role that the person holds, with the names of its place. */
interface NamedAssignment extends Assignment {
  associationName: string | null
  associationSlug: string | null
  controllerName: string | null
}

/** What the pages know of who is signed in; `access` answers with it. */
export interface Session {
  user: { id: string; name: string; assignments: NamedAssignment[] } | null
  /** New accounts that somebody else has ordered for the person. */
  newAccounts: { at: string; by: string }[]
  /** The database holds invented data: every page then says so. */
  demo: boolean
  /** Demo persons can be chosen. */
  demoSignIn: boolean
  /** What the sign-in service is called; null where there is none. */
  provider: string | null
  /** One can sign in with a password and a one-time code. */
  localAccounts: boolean
  /** What kind of place this is. */
  node: NodeKind
}

/** Whether it is known by now who is signed in, if anybody. */
const isKnown = ref(false)
const state = reactive<Session>({
  user: null,
  newAccounts: [],
  demo: false,
  demoSignIn: false,
  provider: null,
  localAccounts: false,
  node: 'all',
})

/** The controllers at which somebody holds one of the roles, each once, in the order of the roles held. */
function controllersWith(roles: readonly Role[]): { id: string; name: string }[] {
  const found = (state.user?.assignments ?? []).filter((one) => roles.includes(one.role) && one.controllerId !== null)
  return [...new Map(found.map((one) => [one.controllerId!, one.controllerName ?? '']))].map(([id, name]) => ({ id, name }))
}

/** The associations at which somebody holds one of the roles, each once, in the order of the roles held. */
function associationsWith(roles: readonly Role[]): { slug: string; name: string }[] {
  const found = (state.user?.assignments ?? []).filter((one) => roles.includes(one.role) && one.associationSlug !== null)
  return [...new Map(found.map((one) => [one.associationSlug!, one.associationName ?? '']))].map(([slug, name]) => ({ slug, name }))
}

/** Who is signed in, for all pages of this visit. */
export function useSession() {
  return {
    state,
    isKnown,
    /** The session has ended: its time is over, or it was ended elsewhere. */
    end(): void {
      state.user = null
    },
    set(me: Session): void {
      Object.assign(state, me)
      isKnown.value = true
    },
    /** Whether the person holds one of the roles somewhere, or in a given place. */
    holds: (roles: readonly Role[], place?: { associationId?: string; controllerId?: string }): boolean =>
      (state.user?.assignments ?? []).some(
        (one) =>
          roles.includes(one.role) &&
          (!place?.associationId || one.associationId === place.associationId) &&
          (!place?.controllerId || one.controllerId === place.controllerId),
      ),
    /** The associations at which the person holds one of the roles. */
    associationsWith: (roles: readonly Role[]) => computed(() => associationsWith(roles)),
    /** The controllers at which the person holds one of the roles. */
    controllersWith: (roles: readonly Role[]) => computed(() => controllersWith(roles)),
    /** Whether records of persons, and what is counted from them, can be here at all. */
    holdsPersons: computed(() => holdsPersons(state.node)),
    assignments: computed(() => state.user?.assignments ?? []),
  }
}
