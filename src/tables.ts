import type { EsfTables } from './applications/esf/tables.ts'
import type { ApplicationTables } from './applications/tables.ts'
import type { AssociationTables } from './associations/tables.ts'
import type { AccessTables } from './access/tables.ts'
import type { DocumentTables } from './documents/tables.ts'
import type { DigestTables } from './governance/digest/tables.ts'
import type { EsfFileTables } from './esf/tables.ts'
import type { FinancingTables } from './financing/tables.ts'
import type { InterventionTables } from './interventions/tables.ts'
import type { ParticipationTables } from './participations/tables.ts'
import type { PublicationTables } from './statistics/publication/tables.ts'
import type { RegisteredOutcomeTables } from './effects/registered/tables.ts'
import type { OutcomeReportTables } from './effects/report/tables.ts'
import type { AdoptionTables } from './adoption/tables.ts'
import type { SavedTables } from './statistics/builder/saved/tables.ts'
import type { StatisticsTables } from './statistics/tables.ts'

/** Kysely's view of the database. `test/schema.test.ts` holds it to the migrations, column by column. */
export type Tables = AssociationTables &
  AccessTables &
  DocumentTables &
  InterventionTables &
  ParticipationTables &
  FinancingTables &
  ApplicationTables &
  EsfTables &
  StatisticsTables &
  SavedTables &
  OutcomeReportTables &
  RegisteredOutcomeTables &
  AdoptionTables &
  PublicationTables &
  EsfFileTables &
  DigestTables
