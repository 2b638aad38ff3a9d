/**
 * Hybrid logical clock (Kulkarni et al. 2014) as sortable text: `<ms, 12 hex>-<counter, 4 hex>-<node>`.
 * Text order is clock order; `node` (8 hex, random per process) breaks ties.
 */
import type { Brand } from '../model/brand.ts';

export type Hlc = Brand<string, 'Hlc'>;

export interface HlcParts {
  readonly ms: number;
  readonly counter: number;
  readonly node: string;
}

export function parseHlc(hlc: Hlc): HlcParts {
  const [ms = '', counter = '', node = ''] = hlc.split('-');
  return { ms: Number.parseInt(ms, 16), counter: Number.parseInt(counter, 16), node };
}

export const formatHlc = ({ ms, counter, node }: HlcParts): Hlc =>
  `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${node}` as Hlc;

/** The next reading after `last` (the newest seen, own or foreign) when the wall clock says `nowMs`. */
export function nextHlc(last: Hlc | undefined, nowMs: number, node: string): Hlc {
  if (last === undefined) return formatHlc({ ms: nowMs, counter: 0, node });
  const seen = parseHlc(last);
  if (nowMs > seen.ms) return formatHlc({ ms: nowMs, counter: 0, node });
  return seen.counter < 0xffff
    ? formatHlc({ ms: seen.ms, counter: seen.counter + 1, node })
    : formatHlc({ ms: seen.ms + 1, counter: 0, node });
}

/** Year 9999: beyond it a counter that overflows could no longer be written in 12 digits. */
const LATEST = 'e677d21fdbff-ffff-ffffffff';

export const isHlc = (text: string): text is Hlc =>
  /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$/.test(text) && text <= LATEST;
