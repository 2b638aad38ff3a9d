import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { CommandId } from './catalog.ts';

interface Handler {
  readonly run: () => void;
}

const handlers = new Map<CommandId, Handler[]>();
const listeners = new Set<() => void>();
let available: ReadonlySet<CommandId> = new Set();

function changed(): void {
  available = new Set([...handlers].filter(([, stack]) => stack.length > 0).map(([id]) => id));
  for (const listener of listeners) listener();
}

/** Gives a command its act while the component is mounted and `enabled`. The newest of several acts. */
export function useCommand(id: CommandId, run: () => void, enabled = true): void {
  const act = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    const handler: Handler = { run: () => act() };
    handlers.set(id, [...(handlers.get(id) ?? []), handler]);
    changed();
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((known) => known !== handler),
      );
      changed();
    };
  }, [id, enabled]);
}

/** Does it, when something on screen can; says whether. */
export function runCommand(id: CommandId): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.run();
  return handler !== undefined;
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Commands that would do something now. */
export const useAvailableCommands = (): ReadonlySet<CommandId> =>
  useSyncExternalStore(subscribe, () => available);
