import type { Verification } from '#shared/ipc/cases.ts';

export type Check = Verification['checks'][number];
export type CheckedThing = Check['what'];

export const passed = (what: CheckedThing, subject: string, detail: string): Check => ({
  what,
  subject,
  pass: true,
  detail,
});

export const failed = (what: CheckedThing, subject: string, detail: string): Check => ({
  what,
  subject,
  pass: false,
  detail,
});

export const unchecked = (what: CheckedThing, subject: string, detail: string): Check => ({
  what,
  subject,
  pass: false,
  unchecked: true,
  detail,
});

/** Intact only when everything was looked at and nothing differed. */
export const verificationOf = (checks: readonly Check[]): Verification => ({
  intact: checks.length > 0 && checks.every(({ pass }) => pass),
  checks,
});
