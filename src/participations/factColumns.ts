/** How a column of facts is held in memory: unsigned 8 and 16 bits, signed 32 bits, or a set of up to 31 bits. */
export type ColumnType = 'u8' | 'u16' | 'i32' | 'u32'

interface ArrayOf {
  u8: Uint8Array
  u16: Uint16Array
  i32: Int32Array
  u32: Uint32Array
}

/**
 * The columns of facts, one line each. This table drives allocation, loading over COPY and the columns of the SQL view
 * (in this order, `sqlColumn` names), so a new column is one new line here.
 * `controller`, `association`, `intervention` and `municipality` are positions in `Dictionaries`; coded columns are
 * positions in their code list; extents are per cent; months are `monthNumber`; `u32` are sets of code list positions, states of
 * seven months from the one that is named (`monthStates.ts`), own answers (`viewSteps.ts`), and the keys of participation and person that noise is made by (32 random bits).
 */
export const factColumns = [
  { name: 'controller', type: 'u16' },
  { name: 'association', type: 'u16' },
  { name: 'intervention', type: 'u16' },
  { name: 'municipality', type: 'u16' },
  { name: 'sex', type: 'u8' },
  { name: 'ageAtEntry', type: 'u8' },
  { name: 'education', type: 'u8' },
  { name: 'timeOnSupport', type: 'u8' },
  { name: 'occupationBefore', type: 'u8' },
  { name: 'occupationAfter', type: 'u8' },
  { name: 'workBefore', type: 'u8' },
  { name: 'workAfter', type: 'u8' },
  { name: 'studyBefore', type: 'u8' },
  { name: 'studyAfter', type: 'u8' },
  { name: 'supportBefore', type: 'u32' },
  { name: 'supportAfter', type: 'u32' },
  { name: 'mainSupportBefore', type: 'u8' },
  { name: 'mainSupportAfter', type: 'u8' },
  { name: 'targetGroups', type: 'u32' },
  { name: 'referredBy', type: 'u8' },
  { name: 'exitReason', type: 'u8' },
  { name: 'workType', type: 'u8' },
  { name: 'bornAbroad', type: 'u8' },
  { name: 'timeSinceWork', type: 'u8' },
  { name: 'entryMonth', type: 'u16' },
  { name: 'exitMonth', type: 'u16' },
  { name: 'daysToExit', type: 'i32' },
  { name: 'stateAfterStart6', type: 'u8' },
  { name: 'stateAfterStart12', type: 'u8' },
  { name: 'stateAfterStart24', type: 'u8' },
  { name: 'stateAfterExit6', type: 'u8' },
  { name: 'stateAfterExit12', type: 'u8' },
  { name: 'stateAfterExit24', type: 'u8' },
  { name: 'monthStates0', type: 'u32' },
  { name: 'monthStates7', type: 'u32' },
  { name: 'monthStates14', type: 'u32' },
  { name: 'monthStates21', type: 'u32' },
  { name: 'ownViews', type: 'u32' },
  { name: 'personIndex', type: 'i32' },
  { name: 'recordKey', type: 'u32' },
  { name: 'personKey', type: 'u32' },
] as const satisfies readonly { name: string; type: ColumnType }[]

export type FactColumn = (typeof factColumns)[number]
export type FactColumnName = FactColumn['name']
/** The typed arrays of all columns, by name. */
export type FactArrays = { [C in FactColumn as C['name']]: ArrayOf[C['type']] }
/** One fact as small integers; `null` is "not recorded". */
export type FactRow = Record<FactColumnName, number | null>

/** What stands for "not recorded" in each kind of array. In a set it is bit 31, so that no code seems to be held. */
export const missingValue: Record<ColumnType, number> = { u8: 255, u16: 65535, i32: -1, u32: 2 ** 31 }

/** The SQL type that holds a column type. */
export const sqlType: Record<ColumnType, 'smallint' | 'integer'> = {
  u8: 'smallint',
  u16: 'integer',
  i32: 'integer',
  u32: 'integer',
}

/** Name of a column in SQL: `ageAtEntry` → `age_at_entry`. */
export function sqlColumn(name: FactColumnName): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Makes one empty array of a column type. */
export function allocate<T extends ColumnType>(type: T, length: number): ArrayOf[T]
export function allocate(type: ColumnType, length: number): ArrayOf[ColumnType] {
  const make = {
    u8: () => new Uint8Array(length),
    u16: () => new Uint16Array(length),
    i32: () => new Int32Array(length),
    u32: () => new Uint32Array(length),
  }
  return make[type]()
}
