export const million = 1_000_000
/** What one party stays at while the agreement rises. */
export const unchanged = 8 * million
/** What all pay of a year when it does: four times the quarter that stays. */
export const level = 4 * unchanged
