import { useEffect, useEffectEvent, useState } from 'react';
import type { Work } from '#renderer/state/work.ts';

interface KeptText {
  readonly value: string;
  readonly type: (value: string) => void;
  /** Makes what was typed an act, when it says something new. */
  readonly commit: () => void;
}

/**
 * A line of text that is typed into a field: kept as a draft with every key, an operation when the field is left.
 * `committed` is what the log has now.
 */
export function useKeptText(
  work: Work,
  key: string,
  committed: string,
  commit: (value: string) => ReturnType<Work['act']>,
): KeptText {
  const [typed, setTyped] = useState<string | undefined>(() => {
    const draft = work.drafts.read(key)?.value;
    return typeof draft === 'string' && draft !== committed ? draft : undefined;
  });
  const save = (): void => {
    if (typed === undefined) return;
    setTyped(undefined);
    if (typed === committed) {
      work.drafts.clear(key);
      return;
    }
    void commit(typed).then((done) => {
      if (done.ok && work.drafts.read(key)?.value === typed) work.drafts.clear(key);
    });
  };
  const leave = useEffectEvent(save);
  useEffect(() => () => leave(), []);
  return {
    value: typed ?? committed,
    type: (value) => {
      setTyped(value);
      work.drafts.write(key, value);
    },
    commit: save,
  };
}
