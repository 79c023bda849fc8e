import { sql } from 'kysely'
import { eventText } from '../../log/eventText.ts'
import { Role } from '../../platform/role.ts'
import type { Translate } from '../../values/catalogue.ts'
import { codeList } from '../../values/codeList.ts'
import { tableOf, type ExportTable } from './exportTable.ts'

const Kind = codeList('eventKind', [
  ['personRead', 'Läst', 'Read'],
  ['change', 'Ändrat', 'Changed'],
  ['refused', 'Nekat', 'Refused'],
])

interface StaffRow {
  user: string
  name: string
  employedUntil: string | null
  role: string
  interventionId: string | null
  from: string
  to: string | null
  reviewedOn: string | null
}

const staff = tableOf<StaffRow>({
  file: 'personal',
  about: 'Personalen och deras roller hos er.',
  columns: [
    { key: 'user', title: 'Användare', about: 'Användarens namn i systemet.' },
    { key: 'name', title: 'Namn', about: 'Personens namn.' },
    { key: 'employedUntil', title: 'Anställd till', about: 'Sista dag i anställningen.' },
    { key: 'role', title: 'Roll', about: 'Vad personen får göra.', list: Role },
    { key: 'interventionId', title: 'Insats-id', about: 'Insatsen; tomt = alla.' },
    { key: 'from', title: 'Från', about: 'Första dagen.' },
    { key: 'to', title: 'Till', about: 'Sista dagen; tomt = tills vidare.' },
    { key: 'reviewedOn', title: 'Bekräftad', about: 'När rollen senast bekräftades.' },
  ],
  query: ({ controllerId }) =>
    sql<StaffRow>`(select user_id as "user", name, employed_until as "employedUntil", role, intervention_id as "interventionId",
      valid_from as "from", valid_to as "to", reviewed_on as "reviewedOn" from staff_of(${controllerId}) order by user_id, valid_from)`,
})

/** The log; `t` has the words for what happened. */
function logTable(t: Translate): ExportTable {
  return tableOf({
    file: 'logg',
    about:
      'Er egen logg: vem som har läst, ändrat eller nekats vad. I JSON-filen står också kedjans hashvärden, så att den kan kontrolleras.',
    columns: [
      { key: 'seq', title: 'Nummer', about: 'Radens nummer i er kedja, utan luckor.' },
      { key: 'at', title: 'Tid', about: 'När det hände.', isInstant: true },
      { key: 'user', title: 'Användare', about: 'Vem, se personal.' },
      { key: 'endpoint', title: 'Vad', about: 'Vad som gjordes.', inWords: (value) => eventText(String(value), t) },
      { key: 'kind', title: 'Slag', about: 'Läst, ändrat eller nekat.', list: Kind },
      { key: 'status', title: 'Svar', about: '200 när det gick; annars felets nummer.' },
      { key: 'subject', title: 'Om', about: 'Vad händelsen gällde, aldrig ett värde om någon.' },
      {
        key: 'records',
        title: 'Deltaganden',
        about: 'Interna id, se deltaganden; i kalkylarket bara hur många.',
        inWords: (value) => String((value as string[] | null)?.length ?? ''),
      },
      { key: 'previousHash', title: 'Hash före', about: 'Hashvärdet för raden före.' },
      { key: 'hash', title: 'Hash', about: 'SHA-256 över raden och den före.' },
    ],
    query: ({ queries, controllerId }) =>
      queries
        .selectFrom('audit_event')
        .select(['seq', 'at', 'user_id as user', 'endpoint', 'kind', 'status', 'subject', 'records'])
        .select([sql<string>`encode(previous_hash, 'hex')`.as('previousHash'), sql<string>`encode(hash, 'hex')`.as('hash')])
        .where('controller_id', '=', controllerId)
        .orderBy('seq'),
  })
}

/** Who works for the controller, and what they have done; `t` gives the words of the log. */
export const staffTables = (t: Translate): ExportTable[] => [staff, logTable(t)]
