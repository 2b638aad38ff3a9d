import { moreIsBetter } from './rows.mjs';

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/**
 * Runs each contestant once a round, in turn, and gives each one's results in the order of the rounds.
 * @template {string} Name
 * @param {number} rounds
 * @param {Readonly<Record<Name, () => number | Promise<number>>>} contestants what each measured, in one unit
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function interleave(rounds, contestants) {
  const names = /** @type {Name[]} */ (Object.keys(contestants));
  /** @type {any} */
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Who is first changes, so that neither always finds the caches of the other.
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      results[name].push(await contestants[name]());
    }
  }
  return results;
}

/**
 * A row from the rounds' figures. `atLeast` and `atMost` are about the median of ours, `times` about the ratio.
 * @param {object} measured
 * @param {string} measured.name
 * @param {string} measured.unit
 * @param {readonly number[]} measured.ours
 * @param {readonly number[]} [measured.peer]
 * @param {string} [measured.peerName]
 * @param {number} [measured.atLeast]
 * @param {number} [measured.atMost]
 * @param {number} [measured.times]
 * @param {string} [measured.note]
 * @returns {import('./rows.mjs').BenchRow}
 */
export function rowOf({ name, unit, ours, peer, peerName, atLeast, atMost, times, note }) {
  const more = moreIsBetter(unit);
  const own = median(ours);
  const ratios = (peer ?? []).map((theirs, i) => {
    const mine = ours[i] ?? Number.NaN;
    return more ? mine / theirs : theirs / mine;
  });
  const ratio = ratios.length > 0 ? median(ratios) : undefined;
  const targets = [
    ...(atLeast === undefined
      ? []
      : [{ text: `≥ ${figure(atLeast)} ${unit}`, met: own >= atLeast }]),
    ...(atMost === undefined ? [] : [{ text: `≤ ${figure(atMost)} ${unit}`, met: own <= atMost }]),
    // Without the peer nothing can be said of it.
    ...(times === undefined
      ? []
      : [{ text: `≥ ${times}x`, met: ratio === undefined || ratio >= times }]),
  ];
  return {
    name,
    unit,
    ours: own,
    best: more ? Math.max(...ours) : Math.min(...ours),
    ...(peer !== undefined && peer.length > 0 && { peer: median(peer) }),
    ...(peerName !== undefined && { peerName }),
    ...(ratio !== undefined && { ratio }),
    ...(targets.length > 0 && { target: targets.map(({ text }) => text).join(', ') }),
    pass: targets.every(({ met }) => met),
    ...(note !== undefined && { note }),
  };
}

/** Three significant digits, and whole numbers with separators. @param {number} value */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** How long it took, ms. @param {() => unknown} work */
export async function milliseconds(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
