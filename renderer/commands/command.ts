/** Where a command's keys act. Widgets that take single letters name their own scope. */
export type Scope =
  | 'anywhere'
  /** A dialog, wherever in it the focus is: heard before its widgets, some of which keep keys to themselves. */
  | 'dialog'
  /** Any list of rows: moving in it. What is done to its rows has a scope of its own, with the same focus. */
  | 'grid'
  | 'events'
  | 'evidence'
  /** Values of a field, in Explore. */
  | 'stack'
  /** Values of a field in two ranges of time. */
  | 'compare'
  /** Silences and bursts. */
  | 'gaps'
  | 'histogram'
  /** The conditions of a query, under the bar. */
  | 'conditions'
  | 'board'
  | 'findings'
  | 'records'
  /** Causes and what answers their “why?”. */
  | 'causes'
  /** The matrix of ATT&CK. */
  | 'matrix'
  | 'report'
  | 'tasks'
  | 'task-board';

/** Those of a widget that has or holds the focus. */
export type WidgetScope = Exclude<Scope, 'anywhere' | 'dialog'>;

const LISTS: ReadonlySet<Scope> = new Set([
  'events',
  'evidence',
  'stack',
  'compare',
  'board',
  'findings',
  'records',
  'causes',
  'tasks',
]);

/** Whether keys of both scopes can be heard at the same place. */
export const overlap = (a: Scope, b: Scope): boolean =>
  a === b ||
  a === 'anywhere' ||
  b === 'anywhere' ||
  (a === 'grid' && LISTS.has(b)) ||
  (b === 'grid' && LISTS.has(a));

/** A command as data: what the palette lists, the key help prints and the collision test checks. */
export interface CommandSpec {
  /** `area.act`; stable, menus of the host name it. */
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  /** tinykeys notation (`$mod+k`, `g e`); the first is shown. */
  readonly keys: readonly string[];
  /** False for what makes no sense without the focus it acts on (moving a cursor). */
  readonly inPalette?: boolean;
}
