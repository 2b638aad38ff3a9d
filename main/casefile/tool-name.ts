import { arch, release, type } from 'node:os';

/** Who did it, for the ledger: program, version and operating system. */
export const toolName = (version: string): string =>
  `Fireline ${version} on ${type()} ${release()} (${arch()})`;
