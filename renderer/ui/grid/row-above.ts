/** Rows left in sight above one that a list is brought to. */
const ABOVE = 3;

/** Where a list is scrolled to, in rows, for a row to be in sight near its head. */
export const rowAbove = (row: number): number => Math.max(0, row - ABOVE);
