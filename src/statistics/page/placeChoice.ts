import type { PlaceKind, Places } from '../domain.ts'

/** A place in the picker's list. */
export interface PlaceOption {
  address: string
  kind: PlaceKind
  name: string
  /** Where it lies, for telling places of the same name apart. */
  within: string
}

/** All places in the order of the list: nation, regions, associations, methods, commissions, interventions. */
export function placeOptions(places: Places, nationName: string): PlaceOption[] {
  const regionNames = new Map(places.regions.map(({ code, label }) => [code, label]))
  const associationNames = new Map(places.associations.map(({ slug, name }) => [slug, name]))
  const list = (codes: readonly string[], names: ReadonlyMap<string, string>): string =>
    codes.map((code) => names.get(code) ?? code).join(', ')
  return [
    { address: 'nation', kind: 'nation', name: nationName, within: '' },
    ...places.regions.map(({ code, label }) => ({ address: `region:${code}`, kind: 'region' as const, name: label, within: '' })),
    ...places.associations.map(({ slug, name, regions }) => ({
      ...{ address: `association:${slug}`, kind: 'association' as const, name },
      within: list(regions, regionNames),
    })),
    ...places.methods.map(({ code, label }) => ({ address: `method:${code}`, kind: 'method' as const, name: label, within: '' })),
    ...places.commissions.map(({ id, name, association }) => ({
      ...{ address: `commission:${id}`, kind: 'commission' as const, name, within: associationNames.get(association) ?? association },
    })),
    ...places.interventions.map(({ id, name, associations }) => ({
      ...{ address: `intervention:${id}`, kind: 'intervention' as const, name },
      within: list(associations, associationNames),
    })),
  ]
}

/** The places one step inside a place: regions and methods of the nation, associations of a region, commissions and interventions of an association. */
export function placesInside(places: Places, options: readonly PlaceOption[], address: string): PlaceOption[] {
  const [kind, key] = address.split(':') as [PlaceKind, string?]
  const inside = new Set<string>()
  if (kind === 'nation') return options.filter((one) => one.kind === 'region' || one.kind === 'method')
  if (kind === 'method' || kind === 'commission') return []
  if (kind === 'region') {
    for (const { slug, regions } of places.associations) if (regions.includes(key!)) inside.add(`association:${slug}`)
  } else {
    const own = kind === 'association' ? [key!] : (places.interventions.find(({ id }) => id === key)?.associations ?? [])
    for (const { id, association } of places.commissions) if (own.includes(association)) inside.add(`commission:${id}`)
    for (const { id, associations } of places.interventions)
      if (associations.some((slug) => own.includes(slug))) inside.add(`intervention:${id}`)
  }
  return options.filter((one) => inside.has(one.address))
}

/** The places that have every word of a search in their name or where they lie; a place whose name begins with it first. */
export function findPlaces(options: readonly PlaceOption[], search: string): PlaceOption[] {
  const plain = (text: string): string => text.toLocaleLowerCase('sv')
  const words = plain(search).split(/\s+/).filter(Boolean)
  const found = options.filter(({ name, within }) => words.every((word) => plain(`${name} ${within}`).includes(word)))
  const starts = ({ name }: PlaceOption): number => (plain(name).startsWith(plain(search.trim())) ? 0 : 1)
  return found.toSorted((a, b) => starts(a) - starts(b))
}

/** The condition of a tabulation that keeps to a place; none for the nation. */
export function placeCondition(address: string): string[] {
  return address === 'nation' ? [] : [address.replace(':', '=')]
}
