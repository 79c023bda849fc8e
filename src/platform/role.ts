import { codeList } from '../values/codeList.ts'

/** The roles a person can hold; what each may do stands in the contracts and, collected, in docs/access.md. */
export const Role = codeList('role', [
  ['associationAdmin', 'Förbundsadministratör', 'Association administrator'],
  ['interventionLead', 'Insatsansvarig', 'Intervention lead'],
  ['caseworker', 'Deltagaransvarig', 'Caseworker'],
  ['controllerAdmin', 'Dataansvarig hos medlem', 'Controller administrator'],
  ['memberViewer', 'Läsare hos medlem', 'Member viewer'],
  ['memberEditor', 'Handläggare hos medlem', 'Member editor'],
  ['boardMember', 'Styrelseledamot', 'Board member'],
  ['preparationMember', 'Ledamot i beredningsgruppen', 'Preparation group member'],
  ['attester', 'Attestant', 'Attester'],
  ['auditor', 'Revisor', 'Auditor'],
  ['nationalAnalyst', 'Nationell analytiker', 'National analyst'],
  ['publisher', 'Publicerare', 'Publisher'],
  ['approver', 'Godkännare av publicering', 'Approver of publications'],
  ['systemAdministrator', 'Systemadministratör', 'System administrator'],
])
export type Role = (typeof Role.codes)[number]['code']

/** One role held by a person, in one place. Roles at association level never carry a controller, and the other way round. */
export interface Assignment {
  role: Role
  associationId: string | null
  controllerId: string | null
  interventionId: string | null
}
