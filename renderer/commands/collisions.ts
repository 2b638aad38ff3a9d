import { overlap } from './command.ts';
import type { CommandSpec } from './command.ts';

export interface Collision {
  readonly keys: string;
  readonly commands: readonly [string, string];
}

const MODIFIERS = ['Control', 'Meta', '$mod', 'Alt', 'Shift'];

/** One way to write each press, so that `Shift+$mod+p` and `$mod+Shift+P` are the same. */
const normal = (press: string): string => {
  const parts = press.split(/\b\+|(?<=\$mod)\+/);
  const key = (parts.at(-1) ?? '').toLowerCase();
  const held = parts.slice(0, -1).sort((a, b) => MODIFIERS.indexOf(a) - MODIFIERS.indexOf(b));
  return [...held, key].join('+');
};

const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((press, index) => long[index] === press);

/**
 * Pairs of commands that the same keys would start: equal bindings, or one being the beginning of the other's
 * sequence, in one scope or with one of them acting anywhere.
 */
export function collisions(specs: readonly CommandSpec[]): readonly Collision[] {
  const bindings = specs.flatMap((spec) =>
    spec.keys.map((keys) => ({ spec, keys, presses: keys.split(' ').map(normal) })),
  );
  return bindings.flatMap((a, index) =>
    bindings
      .slice(index + 1)
      .filter(
        (b) =>
          overlap(a.spec.scope, b.spec.scope) &&
          (startsWith(a.presses, b.presses) || startsWith(b.presses, a.presses)),
      )
      .map((b) => ({ keys: a.keys, commands: [a.spec.id, b.spec.id] as const })),
  );
}
