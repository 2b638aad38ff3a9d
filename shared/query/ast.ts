/** A query as the analyst wrote it. `from`/`to` are character positions in the text, for messages. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Query =
  | { readonly kind: 'all' }
  | ({ readonly kind: 'and' | 'or'; readonly terms: readonly Query[] } & Span)
  | ({ readonly kind: 'not'; readonly term: Query } & Span)
  /** Free text: in any visible text of the event, in any case. */
  | ({ readonly kind: 'text'; readonly pattern: Pattern } & Span)
  | ({ readonly kind: 'field'; readonly field: string; readonly test: Test } & Span);

export type Test =
  /** However it is written: in any case, with any domain or folder. */
  | { readonly kind: 'match'; readonly pattern: Pattern }
  /** Exactly this value, letter for letter: what a value on screen stands for. */
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'any-of'; readonly patterns: readonly Pattern[] }
  | { readonly kind: 'compare'; readonly op: '<' | '<=' | '>' | '>='; readonly value: string }
  | { readonly kind: 'range'; readonly low: string; readonly high: string }
  | { readonly kind: 'exists' };

/** word: whole value or substring for free text, in any case · wildcard: `*` and `?` · regex: linear time (RE2). */
export type Pattern =
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'wildcard'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly caseless: boolean };

export interface QueryError extends Span {
  /** A sentence: what is wrong and what to write instead. */
  readonly message: string;
}

export type Parsed =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly errors: readonly QueryError[] };
