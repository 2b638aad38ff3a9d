/**
 * One line of a table.
 * @typedef {object} BenchRow
 * @property {string} name what was measured, in a few words
 * @property {string} unit of `ours` and `peer`: ms, s, MB/s, records/s, MB …
 * @property {number} ours median of the rounds
 * @property {number} [best] the best round: what a quieter machine would give more often
 * @property {number} [peer] median of the rounds; absent when there is no peer, or not on this machine
 * @property {string} [peerName]
 * @property {number} [ratio] median over the rounds of how many times better than the peer; above 1 is better than it
 * @property {string} [target] in words: `≥ 12x`, `< 100 ms`; absent when the row only informs
 * @property {boolean} pass the target was met; true when there is none
 * @property {string} [note]
 */

/**
 * @typedef {object} BenchContext
 * @property {string} root the checkout, with a trailing separator
 * @property {string} scratch a folder of the module's own, kept between runs
 * @property {number} rounds
 * @property {(text: string) => void} say
 */

/**
 * @typedef {object} BenchModule
 * @property {string} name
 * @property {string} title
 * @property {(context: BenchContext) => Promise<BenchRow[]>} run
 */

/** Units of which more is better. @param {string} unit */
export const moreIsBetter = (unit) => unit.endsWith('/s');
