interface ProgressRingProps {
  readonly done: number;
  readonly all: number;
}

const RADIUS = 10;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of it is done, as a ring; the figures stand beside it as text. */
export function ProgressRing({ done, all }: ProgressRingProps) {
  const share = all === 0 ? 0 : done / all;
  return (
    <svg className="fl-ring" viewBox="0 0 26 26" width={26} height={26} aria-hidden>
      <circle className="fl-ring-track" cx={13} cy={13} r={RADIUS} />
      {share === 0 ? null : (
        <circle
          className="fl-ring-done"
          cx={13}
          cy={13}
          r={RADIUS}
          strokeDasharray={`${share * ROUND} ${ROUND}`}
          transform="rotate(-90 13 13)"
        />
      )}
    </svg>
  );
}
