import type { Assignment, Role } from './role.ts'

declare const madeByServe: unique symbol

/**
 * Who is asking, and in what capacity. Only `serve.ts` makes one (a test holds the import), after authentication and
 * permission have been checked; every store function that touches persons demands one.
 */
export interface Scope {
  readonly [madeByServe]: true
  readonly userId: string
  readonly userName: string
  readonly assignments: readonly Assignment[]
}

/** An authenticated person, before any permission has been checked. */
export interface Principal {
  userId: string
  userName: string
  assignments: readonly Assignment[]
  /** The secret of the session: what the second wall goes by. */
  session: string
  /** What the sign-in service said of how surely it knows the person; null when it was not asked. */
  acr?: string | null
}

/** Makes the scope of a request. For `serve.ts` alone. */
export function makeScope({ userId, userName, assignments }: Principal): Scope {
  return Object.freeze({ userId, userName, assignments }) as Scope
}

type Holder = Pick<Principal, 'assignments'>

/** The controllers for which the person holds one of the roles. */
export function controllersOf(scope: Holder, roles: readonly Role[]): string[] {
  return placesOf(scope, roles, 'controllerId')
}

/** The associations for which the person holds one of the roles. */
export function associationsOf(scope: Holder, roles: readonly Role[]): string[] {
  return placesOf(scope, roles, 'associationId')
}

/** The interventions a caseworker or lead is assigned to under a controller; `'all'` when the role is not narrowed. */
export function interventionsOf(scope: Holder, controllerId: string, roles: readonly Role[]): string[] | 'all' {
  const held = scope.assignments.filter((one) => one.controllerId === controllerId && roles.includes(one.role))
  if (held.some((one) => one.interventionId === null)) return 'all'
  return held.map((one) => one.interventionId!)
}

function placesOf(scope: Holder, roles: readonly Role[], place: 'controllerId' | 'associationId'): string[] {
  const found = scope.assignments.filter((one) => roles.includes(one.role) && one[place] !== null)
  return [...new Set(found.map((one) => one[place]!))]
}
