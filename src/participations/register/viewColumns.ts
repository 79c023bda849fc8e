import type { Selectable } from 'kysely'
import type { OwnViewItem, OwnViews } from '../ownViews.ts'
import type { ContactRow } from '../tables.ts'

type ViewColumns = Pick<Selectable<ContactRow>, 'social_contacts' | 'own_ability' | 'work_belief'>

/** The columns of a person's own answers at a follow-up. */
export function viewColumns({ socialContacts, ownAbility, workBelief }: OwnViews): ViewColumns {
  return { social_contacts: socialContacts ?? null, own_ability: ownAbility ?? null, work_belief: workBelief ?? null }
}

/** A person's own answers from their columns. */
export function viewsOf(row: ViewColumns): Record<OwnViewItem, Exclude<OwnViews[OwnViewItem], undefined>> {
  const views = { socialContacts: row.social_contacts, ownAbility: row.own_ability, workBelief: row.work_belief }
  return views as ReturnType<typeof viewsOf>
}
