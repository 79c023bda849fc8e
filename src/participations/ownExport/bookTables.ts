import { codeList } from '../../values/codeList.ts'
import { ConsentLanguage } from '../consent/domain.ts'
import { tableOf, type Column } from './exportTable.ts'

const recordedAt: Column = { key: 'recordedAt', title: 'Registrerat', about: 'När det skrevs in.', isInstant: true }
const recordedBy: Column = { key: 'recordedBy', title: 'Registrerat av', about: 'Användaren, se personal.' }
const intervention: Column = { key: 'intervention', title: 'Insats', about: 'Insatsens namn.' }
const Outcome = codeList('importOutcome', [
  ['new', 'Nytt deltagande', 'New'],
  ['newVersion', 'Ny version', 'New version'],
  ['unchanged', 'Oförändrat', 'Unchanged'],
  ['anonymous', 'Räknad anonymt', 'Counted anonymously'],
  ['skipped', 'Överhoppad', 'Skipped'],
])
const ImportStatus = codeList('importStatus', [
  ['draft', 'Påbörjad', 'Begun'],
  ['committed', 'Inläst', 'Written'],
  ['undone', 'Ångrad', 'Undone'],
])
const interventions = tableOf({
  file: 'insatser',
  about: 'Era insatser.',
  columns: [
    { key: 'id', title: 'Insats-id', about: 'Insatsens id.' },
    { key: 'name', title: 'Insats', about: 'Insatsens namn.' },
    { key: 'startDate', title: 'Start', about: 'Första dagen.' },
    { key: 'endDate', title: 'Slut', about: 'Sista dagen; tomt när den pågår.' },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('intervention')
      .select(['id', 'name', 'start_date as startDate', 'end_date as endDate'])
      .where('owner_id', '=', controllerId)
      .orderBy('name'),
})

const texts = tableOf({
  file: 'samtyckestexter',
  about: 'Texter om samtycke och information, alla publicerade versioner.',
  columns: [
    { key: 'version', title: 'Version', about: 'Versionens nummer.' },
    { key: 'language', title: 'Språk', about: 'Textens språk.', list: ConsentLanguage },
    { key: 'body', title: 'Text', about: 'Hela texten.' },
    { key: 'publishedAt', title: 'Publicerad', about: 'När den publicerades.', isInstant: true },
    { key: 'publishedBy', title: 'Publicerad av', about: 'Användaren, se personal.' },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('consent_text')
      .select(['version', 'language', 'body', 'published_at as publishedAt', 'published_by as publishedBy'])
      .where('controller_id', '=', controllerId)
      .orderBy('version')
      .orderBy('language'),
})

const anonymous = tableOf({
  file: 'anonyma',
  about: 'Antal som inte registreras en och en. Raderna summeras; rättelser är negativa.',
  columns: [
    intervention,
    { key: 'year', title: 'År', about: 'Kalenderåret.' },
    { key: 'women', title: 'Kvinnor', about: 'Antal.' },
    { key: 'men', title: 'Män', about: 'Antal.' },
    { key: 'imported', title: 'Ur fil', about: 'Om antalet kom ur en inläst fil.' },
    recordedAt,
    recordedBy,
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('anonymous_count as c')
      .innerJoin('intervention as i', 'i.id', 'c.intervention_id')
      .select(['i.name as intervention', 'c.year', 'c.women', 'c.men', 'c.recorded_at as recordedAt', 'c.recorded_by as recordedBy'])
      .select((on) => on('c.import_id', 'is not', null).as('imported'))
      .where('c.controller_id', '=', controllerId)
      .orderBy('c.recorded_at')
      .orderBy('c.id'),
})

const imports = tableOf({
  file: 'inlasningar',
  about: 'Filer som har lästs in.',
  columns: [
    { key: 'id', title: 'Inläsning', about: 'Inläsningens id, se inlasningsrader.' },
    { key: 'fileName', title: 'Fil', about: 'Filens namn.' },
    { key: 'contentHash', title: 'Kontrollsumma', about: 'SHA-256 av filen.' },
    { key: 'status', title: 'Läge', about: 'Hur långt den kom.', list: ImportStatus },
    { key: 'createdAt', title: 'Började', about: 'När den började.', isInstant: true },
    { key: 'createdBy', title: 'Av', about: 'Användaren, se personal.' },
    { key: 'committedAt', title: 'Inläst', about: 'När den skrevs in.', isInstant: true },
    { key: 'undoneAt', title: 'Ångrad', about: 'När den ångrades.', isInstant: true },
    { key: 'result', title: 'Resultat', about: 'Antal rader per utfall.', inWords: (value) => JSON.stringify(value) },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('import')
      .select(['id', 'file_name as fileName', 'content_hash as contentHash', 'status', 'created_at as createdAt'])
      .select(['created_by as createdBy', 'committed_at as committedAt', 'undone_at as undoneAt', 'result'])
      .where('controller_id', '=', controllerId)
      .orderBy('created_at'),
})

const importRows = tableOf({
  file: 'inlasningsrader',
  about: 'Kvitto: vad som hände med varje rad i en fil. Deltagarkoden är tom när deltagandet är gallrat.',
  columns: [
    { key: 'import', title: 'Inläsning', about: 'Inläsningens id.' },
    { key: 'row', title: 'Rad', about: 'Radens nummer i filen.' },
    { key: 'outcome', title: 'Utfall', about: 'Vad som hände.', list: Outcome },
    { key: 'code', title: 'Deltagarkod', about: 'Deltagandet.' },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('import_row as r')
      .leftJoin('participation as p', (join) =>
        join.onRef('p.controller_id', '=', 'r.controller_id').onRef('p.id', '=', 'r.participation_id'),
      )
      .select(['r.import_id as import', 'r.row_number as row', 'r.outcome', 'p.code'])
      .where('r.controller_id', '=', controllerId)
      .orderBy('r.import_id')
      .orderBy('r.row_number'),
})

/** Interventions, texts, counts, and what has been read in from files. */
export const bookTables = [interventions, texts, anonymous, imports, importRows]
