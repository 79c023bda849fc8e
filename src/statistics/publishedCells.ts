/** How a cell stands in a publication: released with its number, released as hidden, or planned and not yet released. */
export type PublishedCell = { kind: 'shown'; value: number } | { kind: 'suppressed' } | { kind: 'reserved' }

/** Every cell that is in a publication, by its address (`addressText`). What is not found is a free question's. */
export interface PublishedCells {
  find(address: string): PublishedCell | undefined
}

/** Where nothing is published and nothing planned. */
export const noPublishedCells: PublishedCells = { find: () => undefined }
