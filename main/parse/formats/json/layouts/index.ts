import type { JsonLayout } from '../layout.ts';
import { cloudLayouts } from './cloud.ts';
import { networkLayouts } from './network.ts';
import { timelineLayouts } from './timelines.ts';
import { windowsLayouts } from './windows.ts';

/** In the order in which they are tried. */
export const JSON_LAYOUTS: readonly JsonLayout[] = [
  ...windowsLayouts,
  ...cloudLayouts,
  ...networkLayouts,
  ...timelineLayouts,
];
