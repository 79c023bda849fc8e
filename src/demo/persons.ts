import { stableId } from '../associations/register.ts'
import type { Queries } from '../platform/database.ts'
import type { Role } from '../platform/role.ts'
import type { FictiveIntervention } from './interventions.ts'
import type { FictiveAssociation } from './layer.ts'

interface DemoRole {
  role: Role
  association?: string
  controller?: string
  intervention?: string
}

/** Persons to be in the demo, one for each way of using Samlad. Their surnames say that they are invented. */
export async function loadDemoPersons(
  queries: Queries,
  associations: readonly FictiveAssociation[],
  interventions: readonly FictiveIntervention[],
): Promise<void> {
  const home = associations[0]!
  const own = interventions.filter((one) => one.association === home && one.identified && !one.structural)
  const mine = own[0]!
  const outside = associations.find(({ outsideOrganisationId }) => outsideOrganisationId !== undefined)!
  const persons: [string, string, string | null, DemoRole[]][] = [
    ['berit.exempelius', 'Berit Exempelius', null, [{ role: 'associationAdmin', association: home.id }]],
    [
      'disa.testberg',
      'Disa Testberg',
      mine.ownerId,
      own
        .filter((one) => one.ownerId === mine.ownerId)
        .map((one) => ({ role: 'caseworker', controller: one.ownerId, intervention: one.id })),
    ],
    ['edvin.demolund', 'Edvin Demolund', mine.ownerId, [{ role: 'controllerAdmin', controller: mine.ownerId }]],
    ['greta.provgren', 'Greta Provgren', mine.ownerId, [{ role: 'interventionLead', controller: mine.ownerId, intervention: mine.id }]],
    ['hugo.fiktivsson', 'Hugo Fiktivsson', null, [{ role: 'boardMember', association: home.id }]],
    ['alma.testkvist', 'Alma Testkvist', null, [{ role: 'attester', association: home.id }]],
    ['ines.exempelgren', 'Ines Exempelgren', null, [{ role: 'preparationMember', association: home.id }]],
    ['malin.exempelmo', 'Malin Exempelmo', mine.ownerId, [{ role: 'memberEditor', controller: mine.ownerId }]],
    ['lovisa.provberg', 'Lovisa Provberg', null, [{ role: 'publisher' }, { role: 'nationalAnalyst' }]],
    ['folke.testmark', 'Folke Testmark', null, [{ role: 'approver' }, { role: 'nationalAnalyst' }]],
    ['nora.testlund', 'Nora Testlund', null, [{ role: 'nationalAnalyst' }]],
    ['sigrid.testholm', 'Sigrid Testholm', null, [{ role: 'associationAdmin', association: outside.id }]],
    ['sixten.provdrift', 'Sixten Provdrift', null, [{ role: 'systemAdministrator' }]],
  ]
  await queries
    .insertInto('app_user')
    .values(persons.map(([id, name, employer_id]) => ({ id, name, employer_id, demo: true })))
    .execute()
  const assignments = persons.flatMap(([userId, , , roles]) =>
    roles.map((one, i) => ({
      id: stableId(`demo ${userId} ${i}`),
      user_id: userId,
      role: one.role,
      association_id: one.association ?? null,
      controller_id: one.controller ?? null,
      intervention_id: one.intervention ?? null,
      valid_from: '2020-01-01',
      valid_to: null,
    })),
  )
  await queries.insertInto('role_assignment').values(assignments).execute()
}
