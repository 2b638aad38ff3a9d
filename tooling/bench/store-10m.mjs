import { benchStore } from './store-run.mjs';

export const name = 'store-10m';
export const title = 'Event store, ten million events';

/** @param {import('./rows.mjs').BenchContext} context */
export async function run(context) {
  return benchStore(10_000_000, context);
}
