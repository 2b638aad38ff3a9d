import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Verification } from '#shared/ipc/cases.ts';
import { argument, openCase, type CommandContext, type Run } from '../context.ts';

async function verification(context: CommandContext, path: string): Promise<Verification> {
  const { engine, signal } = context;
  const folder = context.invocation.text('case');
  if ((await stat(path)).isDirectory()) {
    await openCase(context, false);
    return engine.call('case.verify', { evidence: true }, signal);
  }
  return engine.call(
    'proof.verify',
    { path, ...(folder === undefined ? {} : { folder: resolve(folder) }) },
    signal,
  );
}

export const run: Run = async (context) => {
  const { output } = context;
  const path = resolve(argument(context, 0));
  const result = await verification(context, path);
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
