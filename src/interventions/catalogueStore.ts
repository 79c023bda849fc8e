import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { stableId } from '../associations/register.ts'
import type { Queries } from '../platform/database.ts'
import type { CatalogueExample, Method } from './domain.ts'

interface MethodFact {
  code: string
  name: string
  alias: string | null
  category: string
  description: string
  evidenceLevel: string | null
  evidenceVerified: boolean
  evidenceSource: string | null
}
interface ExampleFact {
  code: string
  name: string
  association: string | null
  associationText: string
  orientation: string
  period: string | null
  status: string | null
  targetGroup: string | null
  methods: string[]
  description: string
  participants: number | null
  participantsKind: string | null
  source: string
  confidence: string
}

function read<T>(name: string): T[] {
  return (JSON.parse(readFileSync(new URL(`./catalogue/${name}.json`, import.meta.url), 'utf8')) as { rows: T[] }).rows
}

/** Loads the method catalogue and the real examples into an empty database. The associations must be there. */
export async function loadCatalogue(queries: Queries): Promise<void> {
  const methods = read<MethodFact>('methods').map((row) => ({
    code: row.code,
    name: row.name,
    alias: row.alias,
    category: row.category,
    description: row.description,
    evidence_level: row.evidenceLevel,
    evidence_verified: row.evidenceVerified,
    evidence_source: row.evidenceSource,
  }))
  await queries.insertInto('method').values(methods).execute()
  const known = new Set((await queries.selectFrom('association').select('slug').execute()).map((row) => row.slug))
  const examples = read<ExampleFact>('examples').map((row) => ({
    code: row.code,
    name: row.name,
    association_id: row.association !== null && known.has(row.association) ? stableId(row.association) : null,
    association_text: row.associationText,
    orientation: row.orientation,
    period: row.period,
    status: row.status,
    target_group: row.targetGroup,
    methods: row.methods,
    description: row.description,
    participants: row.participants,
    participants_kind: row.participantsKind,
    source: row.source,
    confidence: row.confidence,
  }))
  await queries.insertInto('catalogue_example').values(examples).execute()
}

/** The method catalogue; evidence is given only where it has been checked. */
export async function listMethods(queries: Queries): Promise<Method[]> {
  const rows = await queries
    .selectFrom('method')
    .selectAll()
    .orderBy(sql`name collate sv`)
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    alias: row.alias,
    category: row.category,
    description: row.description,
    evidenceLevel: row.evidence_verified ? row.evidence_level : null,
    evidenceSource: row.evidence_verified ? row.evidence_source : null,
  }))
}

/** Real interventions from open sources; examples only, never counted. */
export async function listExamples(queries: Queries): Promise<CatalogueExample[]> {
  const rows = await queries
    .selectFrom('catalogue_example as e')
    .leftJoin('association as a', 'a.id', 'e.association_id')
    .selectAll('e')
    .select('a.slug')
    .orderBy(sql`e.name collate sv`)
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    associationText: row.association_text,
    associationSlug: row.slug,
    orientation: row.orientation,
    period: row.period,
    status: row.status,
    targetGroup: row.target_group,
    methods: row.methods,
    description: row.description,
    participants: row.participants,
    participantsKind: row.participants_kind,
    source: row.source,
    confidence: row.confidence,
  }))
}
