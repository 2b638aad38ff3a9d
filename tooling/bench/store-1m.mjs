import { benchStore } from './store-run.mjs';

export const name = 'store-1m';
export const title = 'Event store, a million events';

/** @param {import('./rows.mjs').BenchContext} context */
export async function run(context) {
  return benchStore(1_000_000, context);
}
