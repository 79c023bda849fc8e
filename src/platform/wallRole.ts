/** The roles of the second wall (db/0012_walls.sql): none of them owns anything. */
export type WallRole =
  | 'samlad_office'
  | 'samlad_staff'
  | 'samlad_identity'
  | 'samlad_member'
  | 'samlad_publication'
  | 'samlad_service'
  | 'samlad_statistics'
  | 'samlad_curator'
  | 'samlad_recount'
  | 'samlad_keeper'

/** How the roles of the wall connect to a served database: each by a login of its own, which can become that role and no other. */
export type Logins = ReadonlyMap<WallRole, string>

/** The most connections that each role holds at once. */
export const mostConnections: Readonly<Record<WallRole, number>> = {
  ...{ samlad_staff: 10, samlad_service: 8, samlad_office: 5, samlad_statistics: 4 },
  ...{ samlad_member: 3, samlad_identity: 3, samlad_publication: 3, samlad_curator: 2, samlad_recount: 1, samlad_keeper: 2 },
}
