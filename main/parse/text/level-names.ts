import type { Level } from '#shared/model/event.ts';

const LEVELS: { readonly [word: string]: Level } = {
  critical: 'critical',
  crit: 'critical',
  fatal: 'critical',
  emergency: 'critical',
  alert: 'critical',
  error: 'error',
  err: 'error',
  high: 'error',
  severe: 'error',
  warning: 'warning',
  warn: 'warning',
  medium: 'warning',
  med: 'warning',
  notice: 'notice',
  low: 'notice',
  info: 'info',
  information: 'info',
  informational: 'info',
  logalways: 'info',
  verbose: 'debug',
  debug: 'debug',
  trace: 'debug',
};

/** The level that a word means, in the words of logs and of detections. */
export const levelNamed = (word: string): Level | undefined => LEVELS[word.trim().toLowerCase()];
