import { VERDICT_NAMES } from '#shared/learning/words.ts';
import type { Control } from '#shared/records/kinds/control.ts';

/** A shield: whole, half, broken through, or only its outline in dashes. */
const SHIELD = 'M7 1l5 1.8v4C12 10 9.8 12.2 7 13C4.2 12.2 2 10 2 6.8v-4Z';
const HALF = 'M7 1v12C4.2 12.2 2 10 2 6.8v-4Z';

export function ControlMark({ verdict }: { readonly verdict: Control['verdict'] }) {
  return (
    <span className={`fl-learning-mark fl-control-${verdict}`}>
      <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden>
        <path
          d={SHIELD}
          fill={verdict === 'held' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth={1.3}
          {...(verdict === 'absent' ? { strokeDasharray: '2 1.4' } : {})}
        />
        {verdict === 'partly' ? <path d={HALF} fill="currentColor" /> : null}
        {verdict === 'failed' ? (
          <path d="M4.5 4.5l5 5M9.5 4.5l-5 5" stroke="currentColor" strokeWidth={1.3} />
        ) : null}
      </svg>
      {VERDICT_NAMES[verdict]}
    </span>
  );
}
