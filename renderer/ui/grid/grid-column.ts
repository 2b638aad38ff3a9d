import type { ReactNode } from 'react';

/** How a grid shows one thing about its rows. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** Shown in the head instead of the title, which stays its name. */
  readonly head?: ReactNode;
  /** Pixels. */
  readonly width: number;
  /** Pixels it may give way to where room is scarce. */
  readonly least?: number;
  /** Takes what room is left. One column at most. */
  readonly grows?: boolean;
  readonly align?: 'start' | 'end';
  readonly sort?: 'ascending' | 'descending';
  readonly onSort?: () => void;
  readonly fixed?: boolean;
  render(row: Row, index: number): ReactNode;
}

export interface Cursor {
  readonly row: number;
  readonly column: number;
}
