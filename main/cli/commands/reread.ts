import type { EvidenceItem } from '#shared/model/evidence.ts';
import { counted } from '#shared/work/number-text.ts';
import { openCase, type Run, UsageError } from '../context.ts';
import { FAILED, fileRecord, fileText } from '../file-text.ts';

/** Files whose reading did not come to its end. */
const UNFINISHED: ReadonlySet<EvidenceItem['state']> = new Set(['partial', 'failed']);

/** Parses sealed files again: those of the numbers given, or all that a cancel or a failure cut short. */
export const run: Run = async (context) => {
  await openCase(context, true);
  const { engine, invocation, output, signal } = context;
  const items = await engine.call('evidence.list', {}, signal);
  const wanted = invocation.positionals.slice(1).map((text) => numberOf(text, items));
  const chosen =
    wanted.length > 0 ? wanted : items.filter(({ state }) => UNFINISHED.has(state)).map(indexOf);
  const zone = invocation.text('zone');
  let unfinished = 0;
  for (const evidence of chosen) {
    const file = await engine.call(
      'evidence.reparse',
      { evidence, ...(zone === undefined ? {} : { zone }) },
      signal,
    );
    output.say(fileText(file));
    output.json(fileRecord(file));
    if (FAILED.has(file.status)) unfinished += 1;
  }
  output.json({ summary: { files: chosen.length, failed: unfinished } });
  output.say(
    chosen.length === 0
      ? 'No file was cut short or failed.'
      : `${counted(chosen.length, 'file')} read again`,
  );
  return unfinished > 0 ? 3 : 0;
};

const indexOf = ({ index }: EvidenceItem): number => index;

function numberOf(text: string, items: readonly EvidenceItem[]): number {
  const item = items.find(({ index }) => String(index) === text);
  if (item !== undefined) return item.index;
  throw new UsageError(
    `there is no evidence “${text}”; \`fireline reread\` takes its numbers, from 0`,
  );
}
