/** What of a column decides how wide it is drawn. Pixels. */
export interface FittingColumn {
  readonly width: number;
  /** As narrow as it may be drawn where room is scarce; columns without one keep their width. */
  readonly least?: number;
}

/**
 * Widths in which the columns fit into `room`, if they can: all that may give way do so by the same share of what they
 * can give. A width below `least` was chosen by hand and stays.
 */
export function fittedWidths(columns: readonly FittingColumn[], room: number): readonly number[] {
  const wanted = columns.reduce((sum, { width }) => sum + width, 0);
  const spare = columns.map(({ width, least }) => Math.max(0, width - (least ?? width)));
  const most = spare.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, (wanted - room) / most);
  if (most === 0 || share <= 0) return columns.map(({ width }) => width);
  return columns.map(({ width }, index) => Math.floor(width - (spare[index] ?? 0) * share));
}
