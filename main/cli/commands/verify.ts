import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FailureError } from '#shared/model/result.ts';
import { ioFailure } from '../../casefile/io-failure.ts';
import { argument, type Run } from '../context.ts';

export const run: Run = async (context) => {
  const { engine, output, signal, invocation } = context;
  const path = resolve(argument(context, 0));
  const folder = invocation.text('case');
  // Nothing to be looked at is an error of input, not an answer.
  await stat(path).catch((error: unknown) => {
    throw new FailureError(ioFailure(error, 'There is nothing to verify', path));
  });
  const result = await engine.call(
    'proof.verify',
    { path, ...(folder === undefined ? {} : { folder: resolve(folder) }) },
    signal,
  );
  for (const check of result.checks) {
    output.say(
      `${check.pass ? 'pass' : 'FAIL'}  ${check.what.padEnd(9)} ${check.subject}: ${check.detail}`,
    );
    output.json(check);
  }
  const failed = result.checks.filter((check) => !check.pass).length;
  output.say(
    result.intact
      ? `Intact: ${result.checks.length} checks passed.`
      : `NOT intact: ${failed} of ${result.checks.length} checks failed.`,
  );
  output.json({ intact: result.intact, checks: result.checks.length, failed });
  return result.intact ? 0 : 1;
};
