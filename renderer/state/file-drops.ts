import { useEffect, useEffectEvent } from 'react';

/** A view that takes some files for itself that would else be added as evidence. */
export interface FileTaker {
  /** Said while files are held over the window: what becomes of those it takes. */
  readonly hint: string;
  readonly takes: (name: string) => boolean;
  readonly take: (path: string) => void;
}

const takers: FileTaker[] = [];

/** The view in front that would take a file of this name. */
export const takerOf = (name: string): FileTaker | undefined =>
  takers.findLast((taker) => taker.takes(name));

/** What the view in front says while files are held over the window. */
export const dropHint = (): string | undefined => takers.at(-1)?.hint;

/** Takes dropped files while the component is mounted. */
export function useFileDrops({ hint, takes, take }: FileTaker): void {
  const onTake = useEffectEvent(take);
  useEffect(() => {
    const taker: FileTaker = { hint, takes, take: (path) => onTake(path) };
    takers.push(taker);
    return () => void takers.splice(takers.indexOf(taker), 1);
  }, [hint, takes]);
}
