import type { Cause } from './kinds/cause.ts';

/** How sure something is, as it is called on screen and on paper. */
export const STANDING_NAMES: Readonly<Record<Cause['standing'], string>> = {
  proven: 'Proven',
  inferred: 'Inferred',
  assumed: 'Assumed',
};
