import { snakeCase } from '../columns.ts'
import { ConsentForm, ConsentLanguage } from '../consent/domain.ts'
import type { Participation, ParticipationField } from '../domain.ts'
import { fieldCodes } from '../import/codeIndex.ts'
import { formatValue } from '../import/formatValue.ts'
import { recordFields, textOfRecordField } from '../register/recordText.ts'
import { tableOf, type Column, type Stored } from './exportTable.ts'

/** The column that binds the tables together. */
export const code: Column = { key: 'code', title: 'Deltagarkod', about: 'Deltagandets kod. Binder ihop tabellerna.' }
/** The number of a version. */
export const version: Column = { key: 'version', title: 'Version', about: 'Versionens nummer, från 1. En rättelse är en ny version.' }
/** Whether a version holds. */
export const current: Column = { key: 'current', title: 'Gäller', about: 'Om det är den gällande versionen.' }
/** When something was entered. */
export const recordedAt: Column = { key: 'recordedAt', title: 'Registrerat', about: 'När det skrevs in.', isInstant: true }
/** Who entered something. */
export const recordedBy: Column = { key: 'recordedBy', title: 'Registrerat av', about: 'Användaren som skrev in det, se personal.' }

const lockedFor: Record<string, string> = {
  withdrawal: 'återkallat samtycke',
  objection: 'invändning',
  protectedIdentity: 'skyddad identitet',
}

const participations = tableOf({
  file: 'deltaganden',
  about: 'Ett deltagande per rad: en person i en insats, från start till avslut. Uppgifterna står i versioner.',
  columns: [
    code,
    { key: 'id', title: 'Internt id', about: 'Deltagandets id i loggen. Visas aldrig på en sida.' },
    { key: 'personId', title: 'Person', about: 'Samma värde för samma persons deltaganden hos er. Säger inget annat.' },
    { key: 'interventionId', title: 'Insats-id', about: 'Insatsen, se insatser.' },
    { key: 'intervention', title: 'Insats', about: 'Insatsens namn.' },
    { key: 'association', title: 'Samordningsförbund', about: 'Förbundet som deltagandet räknas till.' },
    {
      key: 'hasReference',
      title: 'Eget löpnummer finns',
      about: 'Om ett kontrollvärde (HMAC) av ert löpnummer är sparat. Själva numret finns inte.',
    },
    {
      key: 'lockedAt',
      title: 'Låst',
      about: 'När deltagandet låstes i väntan på gallringsbeslut. Ett låst deltagande får inte användas.',
      isInstant: true,
    },
    { key: 'lockedFor', title: 'Låst för', about: 'Varför det låstes.', inWords: (value) => lockedFor[String(value)] ?? '' },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('participation as p')
      .innerJoin('intervention as i', 'i.id', 'p.intervention_id')
      .innerJoin('association as a', 'a.id', 'p.association_id')
      .select(['p.code', 'p.id', 'p.person_id as personId', 'p.intervention_id as interventionId', 'i.name as intervention'])
      .select(['a.name as association', 'p.locked_at as lockedAt', 'p.locked_for as lockedFor'])
      .select((on) => on('p.reference_hmac', 'is not', null).as('hasReference'))
      .where('p.controller_id', '=', controllerId)
      .orderBy('p.id'),
})

const versions = tableOf({
  file: 'versioner',
  about:
    'Uppgifterna om varje deltagande, alla versioner. Rubrikerna är importmallens: raderna där Gäller är ja går att läsa in i Samlad igen.',
  columns: [
    code,
    version,
    current,
    recordedAt,
    recordedBy,
    { key: 'imported', title: 'Ur fil', about: 'Om versionen lästes in ur en fil.' },
    ...recordFields.map(columnOf),
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('participation_version as v')
      .innerJoin('participation as p', (join) =>
        join.onRef('p.controller_id', '=', 'v.controller_id').onRef('p.id', '=', 'v.participation_id'),
      )
      .select(['p.code', 'v.version', 'v.current', 'v.recorded_at as recordedAt', 'v.recorded_by as recordedBy'])
      .select((on) => on('v.import_id', 'is not', null).as('imported'))
      .select((on) => recordFields.map((field) => on.ref(`v.${snakeCase(field)}` as 'v.sex').as(field)))
      .where('v.controller_id', '=', controllerId)
      .orderBy('v.participation_id')
      .orderBy('v.version'),
})

/** Label and help come from the schema, as they do for the form and the template. */
function columnOf(field: ParticipationField): Column {
  const { label, help } = textOfRecordField(field)
  const list = fieldCodes[field]
  return { key: field, title: label.sv, about: help.sv, ...(list && { list }), inWords: (value) => fieldInWords(field, value) }
}

function fieldInWords(field: ParticipationField, value: Stored): string {
  const cell = formatValue(field, value as Participation[ParticipationField], 'sv')
  return typeof cell === 'object' ? (cell?.date ?? '') : String(cell)
}

const consents = tableOf({
  file: 'samtycken',
  about: 'Samtycken och information som deltagarna har fått.',
  columns: [
    code,
    { key: 'givenOn', title: 'Dag', about: 'Dagen då samtycket gavs eller personen informerades.' },
    { key: 'how', title: 'Sätt', about: 'Hur det gavs.', list: ConsentForm },
    { key: 'textVersion', title: 'Textversion', about: 'Version i samtyckestexter; tomt när en annan text användes.' },
    { key: 'language', title: 'Språk', about: 'Textens språk.', list: ConsentLanguage },
    { key: 'liftsSecrecy', title: 'Sekretess bruten', about: 'Om personen också samtyckt till att sekretessen bryts mellan parterna.' },
    recordedAt,
    recordedBy,
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('consent as c')
      .innerJoin('participation as p', (join) =>
        join.onRef('p.controller_id', '=', 'c.controller_id').onRef('p.id', '=', 'c.participation_id'),
      )
      .select(['p.code', 'c.given_on as givenOn', 'c.how', 'c.text_version as textVersion', 'c.language'])
      .select(['c.lifts_secrecy as liftsSecrecy', 'c.recorded_at as recordedAt', 'c.recorded_by as recordedBy'])
      .where('c.controller_id', '=', controllerId)
      .orderBy('c.participation_id')
      .orderBy('c.id'),
})

/** What is held of participations. */
export const recordTables = [participations, versions, consents]
