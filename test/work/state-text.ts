import type { WorkState } from '#shared/work/work-state.ts';

/** A state as text, the order of its maps included, so that any difference at all shows. */
export const stateText = (state: WorkState): string =>
  JSON.stringify(
    state,
    (_key, value: unknown) =>
      value instanceof Map ? { map: [...value] } : typeof value === 'bigint' ? `${value}n` : value,
    1,
  );
