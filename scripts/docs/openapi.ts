import { z } from 'zod'
import type { Endpoint } from '../../src/platform/endpoint.ts'
import { errorBody } from '../../src/platform/refusals.ts'
import { permissionText } from './accessTable.ts'

interface Schema {
  type?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  $defs?: Record<string, Schema>
  [key: string]: unknown
}
type Components = Record<string, Schema>

/** The contracts as an OpenAPI 3.1 document, as text. */
export function openapi(endpoints: readonly Endpoint[], version: string): string {
  const schemas: Components = {}
  schemas.Refusal = { type: 'object', properties: { error: schemaOf(errorBody, 'output', schemas) }, required: ['error'] }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of endpoints) {
    const path = one.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one, schemas) }
  }
  const info = { title: 'Samlad', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } }
  const securitySchemes = { session: { type: 'apiKey', in: 'cookie', name: '__Host-samlad' } }
  return `${JSON.stringify({ openapi: '3.1.0', info, paths, components: { schemas, securitySchemes } }, null, 2)}\n`
}

function operation(one: Endpoint, schemas: Components): Record<string, unknown> {
  const json = (schema: Schema): object => ({ content: { 'application/json': { schema } } })
  return {
    operationId: one.name,
    summary: one.summary,
    description: `Permission: ${permissionText(one.permission)}. Audit: ${one.audit}.`,
    security: one.permission.kind === 'public' ? [] : [{ session: [] }],
    parameters: [...parameters(one.params, 'path', schemas), ...parameters(one.query, 'query', schemas), ...originHeader(one)],
    ...(one.body && { requestBody: { required: true, ...json(schemaOf(one.body, 'input', schemas)) } }),
    responses: { 200: answer(one, schemas), default: { description: 'Refused', ...json({ $ref: '#/components/schemas/Refusal' }) } },
  }
}

/** Changes carry a header that other sites cannot send. */
const originHeader = (one: Endpoint): object[] =>
  one.method === 'GET' ? [] : [{ name: 'x-samlad', in: 'header', required: true, schema: { type: 'string' } }]

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query', schemas: Components): object[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input', schemas)
  return Object.entries(properties).map(([name, one]) => ({ name, in: place, required: required.includes(name), schema: one }))
}

function answer({ answer }: Endpoint, schemas: Components): object {
  if (answer.kind === 'file') return { description: 'A file', content: { 'application/octet-stream': {} } }
  const schema = schemaOf(answer.schema, 'output', schemas)
  if (answer.kind === 'stream') return { description: 'JSON lines as the work goes on', content: { 'application/x-ndjson': { schema } } }
  return { description: 'The answer', content: { 'application/json': { schema } } }
}

/** JSON Schema of a Zod schema; what it names is moved to the components of the document. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Components): Schema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: ({ jsonSchema }) => reword(jsonSchema as Schema) }) as Schema
  const { $defs = {}, $schema: _, ...rest } = JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema
  Object.assign(schemas, $defs)
  return rest as Schema
}

/** Labels and help become title and description; the labels of codes stand in the codebook. */
function reword(schema: Schema): void {
  const { label, help } = schema as { label?: { en: string }; help?: { en: string } }
  if (label) schema.title = label.en
  if (help?.en) schema.description = help.en
  delete schema.label
  delete schema.help
  delete schema.codeList
}
