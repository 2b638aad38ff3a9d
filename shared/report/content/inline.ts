import type { BoardItem } from '../../model/board.ts';

/** A run of text in a paragraph or table cell, before it is HTML or Markdown. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly TextMark[] }
  /** From evidence or a digest: set in the fixed-width face, may break anywhere. */
  | { readonly kind: 'code'; readonly text: string }
  /** A link within the report, e.g. E12. */
  | {
      readonly kind: 'reference';
      readonly label: string;
      readonly anchor: string;
      readonly target: Target;
    }
  /** What an entity is called, in running text; a link where the report prints a row for it. */
  | {
      readonly kind: 'name';
      readonly text: string;
      readonly anchor: string;
      readonly target: Target;
    }
  /** The number of the very thing that is described here. */
  | { readonly kind: 'number'; readonly label: string; readonly target: Target }
  /** A citation of something that is not in the case. */
  | { readonly kind: 'unresolved'; readonly text: string }
  | { readonly kind: 'break' }
  /** The sign by which the board's drawing shows how an item is known. */
  | {
      readonly kind: 'mark';
      readonly standing: BoardItem['standing'];
      readonly confidence: BoardItem['confidence'];
    };

/** Something of the case, whatever its number in this report: `event <id>`, `evidence <SHA-256>`, … */
export type Target = `${'event' | 'finding' | 'board' | 'evidence' | 'entity'} ${string}`;

export type TextMark = 'strong' | 'emphasis' | 'underline' | 'strike' | 'faint';

export const text = (value: string, ...marks: TextMark[]): Inline => ({
  kind: 'text',
  text: value,
  marks,
});
export const code = (value: string): Inline => ({ kind: 'code', text: value });
export const lineBreak: Inline = { kind: 'break' };
