import { counted } from '#shared/work/number-text.ts';
import { resolve } from 'node:path';
import { choice, eventFilter, openCase, required, type Run } from '../context.ts';

export const run: Run = async (context) => {
  const { engine, output, signal } = context;
  const format = choice(context, 'format', ['jsonl', 'csv', 'bundle']);
  const path = resolve(required(context, 'out'));
  await openCase(context, false);
  if (format === 'bundle') {
    const bundle = await engine.call('case.bundle', { path }, signal);
    output.say(`${counted(bundle.files, 'file')}, ${bundle.bytes} bytes: ${path}`);
    output.say(`SHA-256 ${bundle.sha256}`);
    output.json({ format, path, ...bundle });
    return 0;
  }
  const written = await engine.call(
    'events.export',
    { ...eventFilter(context), order: 'time-ascending', format, path },
    signal,
  );
  output.say(`${written.rows.toLocaleString('en')} events: ${path}`);
  output.say(`SHA-256 ${written.sha256}`);
  output.json({ format, path, ...written });
  return 0;
};
