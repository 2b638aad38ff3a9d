/**
 * One line per step: which step, what it does and why. On stderr, so that stdout stays the program's own
 * (a command's JSON, a test run's closing line).
 * @param {string} step
 * @param {string} text
 */
export function say(step, text) {
  process.stderr.write(`fireline ${step}: ${text}\n`);
}

/** What the person at the keyboard can act on: one sentence, no stack. Anything else thrown is a bug. */
export class SetupError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupError';
  }
}

/**
 * Runs a command's main function and turns its outcome into the process's exit code.
 * @param {string} step
 * @param {() => Promise<number>} main
 */
export async function runCommand(step, main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(step, error.message);
    process.exitCode = 1;
  }
}
