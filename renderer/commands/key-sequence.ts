import { CATALOG } from './catalog.ts';
import type { CommandId } from './catalog.ts';
import { runCommand } from './registry.ts';
import { isTyping } from './typing.ts';

/** How long after its first key a sequence such as `g e` waits for the second. */
const WAIT_MS = 1_000;

export const isSequence = (keys: string): boolean => keys.includes(' ');

const COMMANDS: ReadonlyMap<string, CommandId> = new Map(
  CATALOG.flatMap((spec) => spec.keys.filter(isSequence).map((keys) => [keys, spec.id] as const)),
);

const FIRST_KEYS: ReadonlySet<string> = new Set(
  [...COMMANDS.keys()].map((keys) => keys.split(' ')[0] ?? ''),
);

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

let claimed: KeyboardEvent | undefined;

/** Whether the key just pressed begins or may complete a sequence: no widget may take it for itself. */
export const isOfSequence = (event: KeyboardEvent): boolean => claimed === event;

/**
 * A listener for sequences, to be heard before any widget: their last key is nobody else's, not even that of a closed
 * list of choices that goes to what begins with a letter. Letters typed into text begin none, and a key that completes
 * nothing may begin the next. (tinykeys counts the letters of a text and forgets a first key that comes twice.)
 */
export function sequenceListener(): (event: KeyboardEvent) => void {
  let first: { readonly key: string; readonly at: number } | undefined;
  return (event) => {
    if (MODIFIERS.has(event.key)) return;
    const begun = first;
    first = undefined;
    claimed = undefined;
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (!bare || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const pending = begun !== undefined && event.timeStamp - begun.at < WAIT_MS;
    const command = pending ? COMMANDS.get(`${begun.key} ${key}`) : undefined;
    if (command === undefined && FIRST_KEYS.has(key)) first = { key, at: event.timeStamp };
    if (pending || first !== undefined) claimed = event;
    if (command === undefined || !runCommand(command)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
