import type { ReactNode } from 'react';
import type { Entity } from '#shared/records/kinds/entity.ts';
import '#renderer/ui/marks/marks.css';
import { VERDICT_NAMES } from '#renderer/entities/words.ts';

type Verdict = Entity['verdict'];

/** Shape first, hue second: ring, empty triangle, half disc, diamond, tick. */
const SHAPES: { readonly [V in Verdict]: ReactNode } = {
  unknown: <circle cx="5" cy="5" r="1.5" fill="currentColor" />,
  suspected: (
    <path d="M5 1.6 8.9 8.6 1.1 8.6Z" fill="none" stroke="currentColor" strokeWidth="1.3" />
  ),
  accessed: (
    <>
      <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5 1.4a3.6 3.6 0 0 0 0 7.2Z" fill="currentColor" />
    </>
  ),
  compromised: <path d="M5 0.4 9.6 5 5 9.6 0.4 5Z" fill="currentColor" />,
  cleared: <path d="M1.4 5.4 4 8 8.8 2.4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

const HUES: { readonly [V in Verdict]: string } = {
  unknown: 'info',
  suspected: 'warning',
  accessed: 'error',
  compromised: 'critical',
  cleared: 'notice',
};

interface VerdictMarkProps {
  readonly verdict: Verdict;
  /** It belongs to the intruder. */
  readonly hostile?: boolean | undefined;
}

/** What was decided of an entity, as a mark and a word. */
export function VerdictMark({ verdict, hostile }: VerdictMarkProps) {
  const shown = hostile === true ? 'compromised' : verdict;
  return (
    <span className="fl-severity">
      <span className={`fl-level fl-level-${HUES[shown]}`} aria-hidden>
        <svg viewBox="0 0 10 10" width="10" height="10">
          {SHAPES[shown]}
        </svg>
      </span>
      {hostile === true ? 'Intruder’s' : VERDICT_NAMES[verdict]}
    </span>
  );
}
