import type { Inline } from '#shared/report/content/inline.ts';

type Mark = Extract<Inline, { kind: 'mark' }>;

/** The signs of the board's drawing as letters: the shape says how an item is known, what is filled of it how surely. */
const SIGNS: Readonly<Record<Mark['standing'], Readonly<Record<Mark['confidence'], string>>>> = {
  proven: { high: '●', medium: '◐', low: '○' },
  inferred: { high: '◆', medium: '⬖', low: '◇' },
  assumed: { high: '■', medium: '◧', low: '□' },
};

export const signText = ({ standing, confidence }: Mark): string => SIGNS[standing][confidence];
