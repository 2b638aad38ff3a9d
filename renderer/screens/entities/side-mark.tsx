import type { Side } from '#shared/entities/standing-of.ts';
import { SIDE_NAMES } from '#shared/entities/standing-of.ts';

/** On whose side somebody is: a full diamond the intruder's, a tick the business's, nothing while nobody has said. */
export function SideMark({ side }: { readonly side: Side }) {
  if (side === 'unknown') return null;
  return (
    <svg
      className={`fl-whose fl-whose-${side}`}
      width={10}
      height={10}
      viewBox="0 0 10 10"
      role="img"
      aria-label={SIDE_NAMES[side]}
    >
      {side === 'intruder' ? (
        <path d="M5 0.4 9.6 5 5 9.6 0.4 5Z" fill="currentColor" />
      ) : (
        <path d="M1.4 5.4 4 8 8.8 2.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  );
}
