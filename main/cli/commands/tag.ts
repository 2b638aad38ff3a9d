import { argument, eventFilter, openCase, required, type Run } from '../context.ts';

export const run: Run = async (context) => {
  required(context, 'query');
  const { engine, invocation, output, signal } = context;
  const tag = argument(context, 1);
  const remove = invocation.flag('remove');
  const reason = invocation.text('reason');
  await openCase(context, true);
  const events = await engine.call(
    'events.resolve',
    { ...eventFilter(context), except: [] },
    signal,
  );
  if (events.count === 0) {
    output.say('No event matches; nothing was tagged.');
    output.json({ tagged: 0, tag });
    return 1;
  }
  const op = await engine.call('work.act', {
    body: { kind: remove ? 'tag.remove' : 'tag.add', tag, events },
    ...(reason === undefined ? {} : { reason }),
  });
  output.say(
    `${remove ? 'Untagged' : 'Tagged'} ${events.count.toLocaleString('en')} events ${tag}`,
  );
  output.json({ [remove ? 'untagged' : 'tagged']: events.count, tag, op: op.id });
  return 0;
};
