import type { WorkEnvironment } from '#renderer/db/open-work.ts';
import type { EngineClient } from '#shared/ipc/engine-api.ts';

/** The clock, timers and randomness of this page. */
export const workEnvironment = (engine: EngineClient): WorkEnvironment => ({
  engine,
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  randomHex: (digits) =>
    Array.from(crypto.getRandomValues(new Uint8Array(digits / 2)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
});
