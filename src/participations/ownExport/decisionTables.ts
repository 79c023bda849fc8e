import { codeList } from '../../values/codeList.ts'
import { tableOf, type Column } from './exportTable.ts'

const recordedAt: Column = { key: 'recordedAt', title: 'Registrerat', about: 'När det skrevs in.', isInstant: true }
const recordedBy: Column = { key: 'recordedBy', title: 'Registrerat av', about: 'Användaren, se personal.' }
const Tier = codeList('tier', [
  ['registration', 'Registrering av deltaganden (T1)', 'Registration'],
  ['identity', 'Personnummer (T2)', 'Personal numbers'],
])
const Act = codeList('tierAct', [
  ['opened', 'Öppnade', 'Opened'],
  ['changed', 'Ändrade', 'Changed'],
  ['closed', 'Stängde', 'Closed'],
])
const decisions = tableOf({
  file: 'beslut',
  about: 'Beslut att öppna, ändra och stänga registrering och personnummer.',
  columns: [
    { key: 'tier', title: 'Nivå', about: 'Vad beslutet gäller.', list: Tier },
    { key: 'act', title: 'Vad', about: 'Vad som gjordes.', list: Act },
    { key: 'decisionReference', title: 'Beslut', about: 'Beslutets beteckning.' },
    { key: 'decisionDate', title: 'Beslutsdatum', about: 'Beslutets datum.' },
    { key: 'legalBasis', title: 'Rättslig grund', about: 'Artikel 6; för personnummer den grund som angavs.' },
    { key: 'specialBasis', title: 'Artikel 9', about: 'Undantag för känsliga uppgifter.' },
    { key: 'registerLaw', title: 'Registerlag', about: 'Egen registerlag eller annan författning.' },
    { key: 'dpiaReference', title: 'Konsekvensbedömning', about: 'Beteckning.' },
    { key: 'processorAgreement', title: 'Biträdesavtal', about: 'Beteckning.' },
    recordedAt,
    recordedBy,
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('tier_decision')
      .select(['tier', 'act', 'decision_reference as decisionReference', 'decision_date as decisionDate', 'legal_basis as legalBasis'])
      .select(['special_basis as specialBasis', 'register_law as registerLaw', 'dpia_reference as dpiaReference'])
      .select(['processor_agreement as processorAgreement', 'recorded_at as recordedAt', 'recorded_by as recordedBy'])
      .where('controller_id', '=', controllerId)
      .orderBy('recorded_at'),
})

const retention = tableOf({
  file: 'gallringsbeslut',
  about: 'Gallringsbeslutet som gäller.',
  columns: [
    { key: 'decision', title: 'Gallringsbeslut', about: 'Beteckning; tomt när inget är beslutat.' },
    { key: 'decisionDate', title: 'Beslutsdatum', about: 'Beslutets datum.' },
    {
      key: 'months',
      title: 'Månader',
      about: 'Månader efter sista planerade uppföljning som ett deltagande bevaras; tomt = gallras inte av ålder.',
    },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('controller')
      .select(['disposal_decision as decision', 'disposal_decision_date as decisionDate', 'retention_months as months'])
      .where('organisation_id', '=', controllerId),
})

const disposals = tableOf({
  file: 'gallringar',
  about: 'Kvitton på gallringar: antal per insats, aldrig vilka.',
  columns: [
    { key: 'ranAt', title: 'Gallrat', about: 'När det gjordes.', isInstant: true },
    { key: 'ranBy', title: 'Av', about: 'Användaren, se personal.' },
    { key: 'decision', title: 'Gallringsbeslut', about: 'Beteckning.' },
    { key: 'months', title: 'Månader', about: 'Regeln som gällde.' },
    { key: 'counts', title: 'Antal', about: 'Antal per insats.', inWords: (value) => JSON.stringify(value) },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('disposal_run')
      .select(['ran_at as ranAt', 'ran_by as ranBy', 'decision', 'retention_months as months', 'counts'])
      .where('controller_id', '=', controllerId)
      .orderBy('ran_at'),
})

const removedRows = tableOf({
  file: 'borttagna-rader',
  about:
    'Kontrollvärden av det som har tagits bort på personens begäran, så att det inte kommer tillbaka när en lista läses in igen. Inget går att läsa ut ur dem.',
  columns: [{ key: 'mark', title: 'Kontrollvärde', about: 'HMAC under er egen nyckel, som inte är med i uttaget.' }],
  query: ({ queries, controllerId }) =>
    queries.selectFrom('removed_row').select('mark').where('controller_id', '=', controllerId).orderBy('mark'),
})

const exitPoints = tableOf({
  file: 'avstangda-uppfoljningar',
  about: 'Uppföljningar efter avslut som är avstängda för en insats.',
  columns: [
    { key: 'intervention', title: 'Insats', about: 'Insatsens namn.' },
    { key: 'months', title: 'Månader', about: 'Månader efter avslut.' },
    { key: 'at', title: 'När', about: 'När uppföljningen stängdes av.', isInstant: true },
    { key: 'by', title: 'Av', about: 'Användaren, se personal.' },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('exit_point_off as e')
      .innerJoin('intervention as i', 'i.id', 'e.intervention_id')
      .select(['i.name as intervention', 'e.months', 'e.switched_off_at as at', 'e.switched_off_by as by'])
      .where('e.controller_id', '=', controllerId)
      .orderBy('e.switched_off_at'),
})

const rotations = tableOf({
  file: 'nyckelbyten',
  about: 'Kvitton på byten av nyckel för personnummer. Nycklar finns aldrig här.',
  columns: [
    { key: 'toKey', title: 'Till nyckel', about: 'Nyckelns beteckning.' },
    { key: 'rewritten', title: 'Antal', about: 'Nummer som krypterades om.' },
    { key: 'startedAt', title: 'Började', about: 'När det började.', isInstant: true },
    { key: 'startedBy', title: 'Av', about: 'Användaren, se personal.' },
    { key: 'finishedAt', title: 'Klart', about: 'När inget nummer var kvar på en äldre nyckel.', isInstant: true },
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('identity_rotation')
      .select(['to_key as toKey', 'rewritten', 'started_at as startedAt', 'started_by as startedBy', 'finished_at as finishedAt'])
      .where('controller_id', '=', controllerId)
      .orderBy('started_at'),
})

/** What has been decided, and the receipts of what was done by it. */
export const decisionTables = [decisions, retention, disposals, removedRows, exitPoints, rotations]
