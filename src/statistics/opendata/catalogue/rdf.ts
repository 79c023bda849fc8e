import { prefixes } from './dcat.ts'
import type { Node, Value } from './dcat.ts'

/** Described things as RDF/XML. */
export function rdfXml(nodes: readonly Node[]): string {
  const names = Object.entries(prefixes).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${names.join('')}>\n${nodes.map((node) => element(node, '  ')).join('\n')}\n</rdf:RDF>\n`
}

function element({ id, type, properties }: Node, indent: string): string {
  const lines = properties.map(([name, value]) => property(name, value, `${indent}  `))
  return `${indent}<${type} rdf:about="${escaped(id)}">\n${lines.join('\n')}\n${indent}</${type}>`
}

function property(name: string, value: Value, indent: string): string {
  if ('node' in value) return `${indent}<${name}>\n${element(value.node, `${indent}  `)}\n${indent}</${name}>`
  if ('id' in value) return `${indent}<${name} rdf:resource="${escaped(value.id)}"/>`
  const kind = 'lang' in value ? `xml:lang="${value.lang}"` : `rdf:datatype="${full(value.type)}"`
  return `${indent}<${name} ${kind}>${escaped(value.text)}</${name}>`
}

/** Described things as JSON-LD. */
export function jsonLd(nodes: readonly Node[]): string {
  return JSON.stringify({ '@context': prefixes, '@graph': nodes.map(object) })
}

function object({ id, type, properties }: Node): object {
  const byName = Map.groupBy(properties, ([name]) => name)
  return {
    '@id': id,
    '@type': type,
    ...Object.fromEntries([...byName].map(([name, own]) => [name, own.map(([, value]) => literal(value))])),
  }
}

function literal(value: Value): object {
  if ('node' in value) return object(value.node)
  if ('id' in value) return { '@id': value.id }
  return 'lang' in value ? { '@value': value.text, '@language': value.lang } : { '@value': value.text, '@type': value.type }
}

function full(name: string): string {
  const [prefix, rest] = name.split(':') as [keyof typeof prefixes, string]
  return prefixes[prefix] + rest
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
