/** The pages on what became of participants, in the order of what they claim. Messages of each begin with `effects.` and its name. */
export const pages = [
  { name: 'overTime', path: '/uppfoljning/over-tid' },
  { name: 'change', path: '/uppfoljning/forandring' },
  { name: 'fair', path: '/uppfoljning/jamforelse' },
  { name: 'fidelity', path: '/uppfoljning/programtrohet' },
  { name: 'against', path: '/uppfoljning/mot-grupp' },
  { name: 'areas', path: '/uppfoljning/omraden' },
] as const

export type PageName = (typeof pages)[number]['name']
