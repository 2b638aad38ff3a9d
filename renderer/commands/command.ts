/** Where a command's keys act. Widgets that take single letters name their own scope. */
export type Scope =
  'anywhere' | 'grid' | 'histogram' | 'query' | 'evidence' | 'cases' | 'board' | 'report';

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
