import { createKeybindingsHandler } from 'tinykeys';
import { CATALOG } from './catalog.ts';
import type { Scope } from './command.ts';
import { isOfSequence, isSequence } from './key-sequence.ts';
import { runCommand } from './registry.ts';
import { isTyping } from './typing.ts';

/** True for a binding whose first press is a character without Ctrl, Meta or Alt. */
export const isSingleKey = (keys: string): boolean => {
  const [first = ''] = keys.split(' ');
  return first.replace(/^Shift\+/, '').length === 1;
};

/** Keys that belong to the text while the focus is in a text field, with a modifier or not. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  '$mod+z',
  '$mod+Shift+z',
  '$mod+y',
  '$mod+a',
  '$mod+c',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
]);

const inPattern = (key: string): string => key.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');

/** Punctuation sits behind Shift on some keyboards and not on others: both ways of typing it count. */
const variants = (keys: string): readonly string[] =>
  keys.length === 1 && !/[a-z0-9]/i.test(keys)
    ? [`(${inPattern(keys)})`, `Shift+(${inPattern(keys)})`]
    : [keys];

/**
 * A keydown listener for one scope's commands. `singleKeys` false leaves out keys without a modifier; sequences have a
 * listener of their own.
 */
export function keyListener(scope: Scope, singleKeys: boolean): (event: KeyboardEvent) => void {
  const bindings: { [keys: string]: (event: KeyboardEvent) => void } = {};
  const own = CATALOG.filter((candidate) => candidate.scope === scope);
  for (const keys of new Set(own.flatMap((spec) => [...spec.keys]))) {
    const single = isSingleKey(keys);
    if ((single && !singleKeys) || isSequence(keys)) continue;
    // Screens share a scope: a key means what the one on the page can do with it.
    const meant = own.filter((spec) => spec.keys.some((one) => one === keys));
    for (const variant of variants(keys)) {
      bindings[variant] = (event) => {
        if (event.defaultPrevented) return;
        if ((single || TEXT_KEYS.has(keys)) && isTyping(event.target)) return;
        if (meant.some(({ id }) => runCommand(id))) event.preventDefault();
      };
    }
  }
  const handle = createKeybindingsHandler(bindings);
  if (scope === 'anywhere') return handle;
  return (event) => {
    if (!isOfSequence(event)) handle(event);
  };
}
