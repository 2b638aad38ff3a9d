import { resolve } from 'node:path';
import { basename } from 'node:path';
import { argument, type Run } from '../context.ts';

export const run: Run = async (context) => {
  const folder = resolve(argument(context, 0));
  const analyst = context.invocation.text('analyst');
  const title = context.invocation.text('title') ?? basename(folder).replace(/\.fireline$/, '');
  const info = await context.engine.call('cases.create', {
    title,
    folder,
    ...(analyst === undefined ? {} : { analyst }),
  });
  context.output.say(`Created “${info.title}” in ${info.folder}`);
  context.output.json({
    case: info.id,
    title: info.title,
    folder: info.folder,
    analyst: info.analyst.name,
  });
  return 0;
};
