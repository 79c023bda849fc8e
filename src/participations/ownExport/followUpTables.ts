import { sql } from 'kysely'
import type { Text } from '../../values/codeList.ts'
import { ContactSource, Occupation, OwnView, WorkType } from '../codes.ts'
import { fromColumns } from '../columns.ts'
import type { Support } from '../domain.ts'
import { formatSupport } from '../import/formatValue.ts'
import { ownViewNames } from '../ownViews.ts'
import { ContactFields } from '../register/contact.ts'
import { stateText } from '../register/recordText.ts'
import { statusIntervals } from '../register/status.ts'
import { tableOf, type Stored } from './exportTable.ts'
import { code, current, recordedAt, recordedBy, version } from './recordTables.ts'

const supportInWords = (value: Stored): string => formatSupport((value ?? {}) as Support, 'sv')

const contacts = tableOf({
  file: 'uppfoljningar',
  about: 'Kontakter efter start och avslut, alla versioner, också försök och borttagna.',
  columns: [
    code,
    { key: 'id', title: 'Kontakt', about: 'Kontaktens id: samma för alla versioner av den.' },
    version,
    current,
    { key: 'withdrawn', title: 'Borttagen', about: 'Om kontakten registrerades fel.' },
    recordedAt,
    recordedBy,
    { key: 'date', title: 'Datum', about: 'Dagen för kontakten, eller dagen som uppgiften i registret gäller.' },
    { key: 'reached', title: 'Nåddes', about: 'Om personen nåddes; annars var det ett försök.' },
    { key: 'source', title: 'Källa', about: 'Varifrån uppgiften kommer.', list: ContactSource },
    {
      key: 'changes',
      title: 'Ändringar',
      about: 'Nya lägen sedan senast kända: från vilken dag, sysselsättning, omfattning och försörjning.',
      inWords: (value) => (value as ContactFields['changes']).map((change) => `${change.from}: ${stateText(change, 'sv')}`).join(' | '),
    },
    ...ownViewNames.map((key) => {
      const { label, help } = ContactFields.shape[key].meta() as { label: Text; help: Text }
      return { key, title: label.sv, about: help.sv, list: OwnView }
    }),
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('contact as c')
      .innerJoin('participation as p', (join) =>
        join.onRef('p.controller_id', '=', 'c.controller_id').onRef('p.id', '=', 'c.participation_id'),
      )
      .select(['p.code', 'c.id', 'c.version', 'c.current', 'c.withdrawn', 'c.recorded_at as recordedAt', 'c.recorded_by as recordedBy'])
      .select(['c.contact_date as date', 'c.reached', 'c.source', 'c.changes'])
      .select(['c.social_contacts as socialContacts', 'c.own_ability as ownAbility', 'c.work_belief as workBelief'])
      .where('c.controller_id', '=', controllerId)
      .orderBy('c.participation_id')
      .orderBy('c.id')
      .orderBy('c.version'),
})

const intervals = tableOf({
  file: 'lagen',
  about: 'Läget över tid, uträknat ur gällande version och kontakter: sysselsättning och försörjning mellan kända dagar.',
  columns: [
    code,
    { key: 'from', title: 'Från', about: 'Första dagen.' },
    { key: 'to', title: 'Till', about: 'Dagen då nästa läge börjar; tomt för det senaste.' },
    { key: 'knownUntil', title: 'Känt till', about: 'Senaste dagen som något är känt om.' },
    {
      key: 'source',
      title: 'Källa',
      about: 'Start, avslut eller varifrån uppgiften i en kontakt kommer.',
      inWords: (value) => ({ entry: 'vid start', exit: 'vid avslut' })[String(value)] ?? ContactSource.label(value as 'register', 'sv'),
    },
    { key: 'occupation', title: 'Sysselsättning', about: 'Sysselsättning.', list: Occupation },
    { key: 'workExtent', title: 'Arbete, procent', about: 'Omfattning av heltid.' },
    { key: 'studyExtent', title: 'Studier, procent', about: 'Omfattning av heltid.' },
    { key: 'workType', title: 'Typ av arbete', about: 'Typ av arbete.', list: WorkType },
    { key: 'support', title: 'Försörjning', about: 'Källor, med procent där den är känd.', inWords: supportInWords },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('participation_version as v')
      .innerJoin('participation as p', (join) =>
        join.onRef('p.controller_id', '=', 'v.controller_id').onRef('p.id', '=', 'v.participation_id'),
      )
      .selectAll('v')
      .select('p.code')
      .select(
        sql<ContactFields[]>`coalesce((
          select jsonb_agg(jsonb_build_object('date', c.contact_date, 'reached', c.reached, 'source', c.source, 'changes', c.changes)
            order by c.recorded_at, c.id)
          from contact c where c.controller_id = v.controller_id and c.participation_id = v.participation_id
            and c.current and not c.withdrawn), '[]')`.as('contacts'),
      )
      .where('v.controller_id', '=', controllerId)
      .where('v.current', '=', true)
      .orderBy('v.participation_id'),
  map: (row) => {
    const known = statusIntervals(fromColumns(row as unknown as Record<string, unknown>), row.contacts)
    return known.intervals.map((interval) => ({ code: row.code, knownUntil: known.knownUntil, ...interval }))
  },
})

/** Follow-ups, and the states they give. */
export const followUpTables = [contacts, intervals]
