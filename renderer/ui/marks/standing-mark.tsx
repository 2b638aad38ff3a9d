import type { BoardItem } from '#shared/model/board.ts';

interface StandingMarkProps {
  readonly standing: BoardItem['standing'];
  /** Absent where there is none to be told: drawn full. */
  readonly confidence?: BoardItem['confidence'];
}

const OUTLINES = {
  proven: 'M2 7a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z',
  inferred: 'M7 1l6 6l-6 6l-6-6Z',
  assumed: 'M2.2 2.2h9.6v9.6h-9.6Z',
} as const;
const HALVES = {
  proven: 'M7 2a5 5 0 0 0 0 10Z',
  inferred: 'M7 1l-6 6l6 6Z',
  assumed: 'M2.2 2.2h4.8v9.6h-4.8Z',
} as const;

/**
 * How an item is known, as on paper: circle proven, diamond inferred, square assumed; full high confidence, half
 * medium, empty low.
 */
export function StandingMark({ standing, confidence }: StandingMarkProps) {
  const filled = confidence ?? 'high';
  const dashed = standing === 'assumed' && filled !== 'high';
  return (
    <svg
      className="fl-standing-mark"
      width={14}
      height={14}
      viewBox="0 0 14 14"
      role="img"
      aria-label={confidence === undefined ? standing : `${standing}, ${confidence} confidence`}
    >
      <path
        d={OUTLINES[standing]}
        fill={filled === 'high' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.3}
        {...(dashed ? { strokeDasharray: '2 1.4' } : {})}
      />
      {confidence === 'medium' ? <path d={HALVES[standing]} fill="currentColor" /> : null}
    </svg>
  );
}
