import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import type { Marked } from './both-sides.ts';

interface SideMarkProps {
  readonly mark: Marked;
  readonly x: number;
  readonly y: number;
}

/** Who acted by shape: a disc for the intruder, a square for us, a line for a key time. How an action stands by its filling. */
export function SideMark({ mark, x, y }: SideMarkProps) {
  switch (mark.kind) {
    case 'intruder':
      return <circle cx={x} cy={y} r={4} />;
    case 'moment':
      return <path d={`M${x} ${y - 5}V${y + 5}`} />;
    case 'response':
      return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} />;
    case 'action':
      return <path d={ACTION_PATHS[mark.action.state](x, y)} fillRule="evenodd" />;
  }
}

const square = (x: number, y: number): string => `M${x - 4} ${y - 4}h8v8h-8Z`;
const hollow = (x: number, y: number): string =>
  `${square(x, y)}M${x - 2.6} ${y - 2.6}v5.2h5.2v-5.2Z`;

const ACTION_PATHS: {
  readonly [S in ResponseAction['state']]: (x: number, y: number) => string;
} = {
  planned: hollow,
  done: square,
  verified: square,
  failed: (x, y) => `${hollow(x, y)}M${x - 2} ${y - 0.7}h4v1.4h-4Z`,
  reverted: hollow,
};
