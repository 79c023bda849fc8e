import { z } from 'zod'
import { endpoints } from '../src/endpoints.ts'

interface JsonSchema {
  type?: string
  enum?: unknown
  const?: unknown
  format?: string
  pattern?: string
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  additionalProperties?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

/** Every field of a body that takes text of any kind, as `endpoint.path.of.field`: neither codes, ids and dates nor what has a pattern. */
export function textFields(): string[] {
  const found = endpoints.flatMap(({ name, body }) => {
    if (!body) return []
    return textsIn(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as JsonSchema, name)
  })
  return [...new Set(found)]
}

function textsIn(schema: JsonSchema, path: string): string[] {
  const isText = schema.type === 'string' && !schema.enum && !schema.const && !schema.format && !schema.pattern
  return [
    ...(isText ? [path] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`)),
    ...(schema.items ? textsIn(schema.items, `${path}[]`) : []),
    ...(schema.additionalProperties ? textsIn(schema.additionalProperties, `${path}{}`) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((inner) => textsIn(inner, path)),
  ]
}
