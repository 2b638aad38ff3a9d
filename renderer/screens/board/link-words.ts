import type { BoardLink } from '#shared/model/board.ts';

/** How a link is said from its beginning and from its end. */
export const LINK_WORDS: {
  readonly [K in BoardLink['kind']]: { readonly forth: string; readonly back: string };
} = {
  'led-to': { forth: 'led to', back: 'came of' },
  enabled: { forth: 'enabled', back: 'was enabled by' },
  'same-as': { forth: 'is the same as', back: 'is the same as' },
  related: { forth: 'is related to', back: 'is related to' },
};
