/** How much of a file a parser may look at to recognise it. */
export const HEAD_BYTES = 65_536;
