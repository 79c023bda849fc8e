import { openIdentity } from '../identity/cipher.ts'
import { written } from '../identity/store.ts'
import { tableOf, type ExportSource } from './exportTable.ts'
import { code, recordedAt, recordedBy } from './recordTables.ts'

/** Personal numbers in clear, for those that are not locked; one that cannot be read says so. */
export const identityTable = tableOf({
  file: 'personnummer',
  about: 'Personnummer och samordningsnummer i klartext. Hantera filen därefter. Låsta deltaganden är inte med.',
  columns: [
    code,
    { key: 'personnummer', title: 'Personnummer', about: 'Numret; tomt när det inte går att läsa.' },
    { key: 'state', title: 'Läst', about: 'läst, nyckel saknas eller ändrat i databasen.' },
    recordedAt,
    recordedBy,
  ],
  query: ({ queries, controllerId }) =>
    queries
      .selectFrom('identity as n')
      .innerJoin('participation as p', (join) =>
        join.onRef('p.controller_id', '=', 'n.controller_id').onRef('p.id', '=', 'n.participation_id'),
      )
      .select(['p.id', 'p.code', 'n.key_id', 'n.nonce', 'n.ciphertext', 'n.recorded_at as recordedAt', 'n.recorded_by as recordedBy'])
      .where('n.controller_id', '=', controllerId)
      .where('p.locked_at', 'is', null)
      .orderBy('p.id'),
  map: ({ id, code: of, key_id, nonce, ciphertext, ...stamp }, source) => [
    { code: of, ...readNumber(source, { id, keyId: key_id, nonce, ciphertext }), ...stamp },
  ],
})

interface SealedRow {
  id: string
  keyId: string
  nonce: Uint8Array
  ciphertext: Uint8Array
}

function readNumber({ controllerId, keys }: ExportSource, { id, ...sealed }: SealedRow): { personnummer: string | null; state: string } {
  const key = keys?.byId.get(sealed.keyId)
  if (!key) return { personnummer: null, state: 'nyckel saknas' }
  try {
    return { personnummer: written(openIdentity(key, { controllerId, participationId: id }, sealed)), state: 'läst' }
  } catch {
    return { personnummer: null, state: 'ändrat i databasen' }
  }
}
