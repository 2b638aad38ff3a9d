import { GUESSED_ROLES, ROLE_NAMES, plainName } from '../../text/role-names.ts';
import { type JsonLayout, LAYOUT_ROLES, type LayoutRole } from './layout.ts';
import { JSON_LAYOUTS } from './layouts/index.ts';

/** What the names of a record's fields tell: found once for all records with the same fields. */
export interface ShapeView {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly layout: JsonLayout | undefined;
  /** Candidates for the time, best first, and for each role; indexes of fields. */
  readonly time: readonly number[];
  readonly roles: { readonly [role in LayoutRole]?: readonly number[] };
}

const views = new WeakMap<readonly string[], ShapeView>();

export function viewOf(keys: readonly string[]): ShapeView {
  let view = views.get(keys);
  if (view === undefined) {
    view = build(keys);
    views.set(keys, view);
  }
  return view;
}

function build(keys: readonly string[]): ShapeView {
  const indexOf = new Map(keys.map((key, i) => [key, i]));
  const layout = JSON_LAYOUTS.find(({ when }) => when.every((name) => indexOf.has(name)));
  if (layout === undefined) return { indexOf, layout, ...guess(keys) };
  const present = (names: readonly string[] = []): number[] =>
    names.map((name) => indexOf.get(name)).filter((index) => index !== undefined);
  return {
    indexOf,
    layout,
    // A record that lost its own time on the way may carry that of a forwarder.
    time: [...new Set([...present(layout.time), ...guess(keys).time])],
    roles: Object.fromEntries(LAYOUT_ROLES.map((role) => [role, present(layout.roles[role])])),
  };
}

/** Names so common that, inside other objects, they mean the time of those and not of the event. */
const OF_OTHERS = new Set(['date', 'when', 'created', 'modified', 'lastmodified', 'lastwritetime']);
/** Further inside a record than this nothing is taken for its own. */
const MAX_GUESS_DEPTH = 3;

/** Whole names first, then the last parts of nested ones, the less nested before the more. */
function guess(keys: readonly string[]): Pick<ShapeView, 'time' | 'roles'> {
  const whole = new Map<string, number[]>();
  const last = new Map<string, number[]>();
  const depths = keys.map((key) => key.split('.').length);
  keys.forEach((key, i) => {
    push(whole, plainName(key), i);
    if ((depths[i] ?? 1) <= MAX_GUESS_DEPTH) push(last, plainName(lastPart(key)), i);
  });
  const find = (names: readonly string[]): number[] => {
    const found = names.flatMap((name) => whole.get(name) ?? []);
    const nested = names
      .filter((name) => !OF_OTHERS.has(name))
      .flatMap((name) => last.get(name) ?? [])
      .sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0));
    return [...new Set([...found, ...nested])];
  };
  // `{"$date": …}` is how MongoDB writes a time under any name.
  const dates = (last.get('date') ?? []).filter((i) => keys[i]?.endsWith('.$date') === true);
  return {
    time: [...find(ROLE_NAMES.time), ...dates],
    roles: Object.fromEntries(GUESSED_ROLES.map((role) => [role, find(ROLE_NAMES[role])])),
  };
}

const lastPart = (key: string): string => key.substring(key.lastIndexOf('.') + 1);

function push(into: Map<string, number[]>, name: string, index: number): void {
  const known = into.get(name);
  if (known === undefined) into.set(name, [index]);
  else known.push(index);
}
