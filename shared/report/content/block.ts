import type { BoardItem, BoardLink } from '../../model/board.ts';
import type { Inline, Target } from './inline.ts';

/**
 * A report's content between the case and the page: what HTML, Word and Markdown are all written from. It is data
 * alone, so that a block can be kept as it was. Anchors and numbers that name something of the case carry it as
 * `target`: by it they are numbered again when what was kept is printed later.
 */
export type Block =
  | {
      readonly kind: 'heading';
      /** 1 and 2 are sections; 3 and 4 lie within them. */
      readonly level: 1 | 2 | 3 | 4;
      readonly number?: string;
      readonly anchor?: string;
      readonly target?: Target;
      readonly text: readonly Inline[];
    }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'listing'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'table'; readonly table: Table }
  /** A table the analyst wrote: cells hold blocks. */
  | { readonly kind: 'grid'; readonly rows: readonly (readonly GridCell[])[] }
  /** Labelled values of one thing, kept on one page. */
  | { readonly kind: 'facts'; readonly facts: Facts }
  | {
      readonly kind: 'figure';
      /** Items of the board with their numbers; how they are drawn is the page's matter. */
      readonly items: readonly FigureItem[];
      readonly links: readonly BoardLink[];
      readonly caption: readonly Inline[];
      /** What a reader who cannot see it is told, and what Markdown shows instead. */
      readonly alternative: string;
    }
  | {
      readonly kind: 'notice';
      readonly tone: 'plain' | 'warning';
      readonly text: readonly Inline[];
    };

export interface FigureItem {
  readonly number: string;
  readonly item: BoardItem;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What it shows, above it. */
  readonly caption?: readonly Inline[];
  /** Of many short rows, which are looked up rather than read: in small type. */
  readonly dense?: boolean;
  /** What must be known to read it, below it. */
  readonly note?: readonly Inline[];
}

export interface Column {
  readonly title: string;
  /** tight: as wide as its longest word · number: the same, aligned right. */
  readonly kind: 'text' | 'tight' | 'number';
  /** Percent of the table's width. */
  readonly width?: number;
}

export type Row =
  | {
      readonly kind: 'cells';
      readonly cells: readonly (readonly Inline[])[];
      readonly anchor?: string;
      readonly target?: Target;
    }
  /** A remark across the table, such as a gap in time. */
  | {
      readonly kind: 'remark';
      readonly text: readonly Inline[];
      /** It is more of the row above it, too long for a column. */
      readonly detail?: boolean;
    };

export interface GridCell {
  readonly heading: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export interface Facts {
  readonly anchor?: string;
  readonly target?: Target;
  readonly label?: string;
  readonly title: readonly Inline[];
  readonly rows: readonly Fact[];
}

export interface Fact {
  readonly name: string;
  readonly value: readonly Inline[];
  /** Short enough to share a line with another. */
  readonly short?: boolean;
}

export const cells = (...values: (readonly Inline[])[]): Row => ({ kind: 'cells', cells: values });
export const paragraph = (...parts: Inline[]): Block => ({ kind: 'paragraph', text: parts });
export const table = (value: Table): Block => ({ kind: 'table', table: value });
