import type { Handlers } from '../handlers.ts';
import type { SessionHolder } from '../session-holder.ts';
import { unwrap } from '../unwrap.ts';

type Calls = 'work.sync' | 'work.append' | 'work.act' | 'work.list';

export function workArea(holder: SessionHolder): Handlers<Calls> {
  return {
    'work.sync': ({ have }) => holder.open.work.sync(have),
    'work.append': async ({ ops }) => unwrap(await holder.open.writable.work.append(ops)),
    'work.act': async ({ body, ...why }) => unwrap(await holder.open.writable.work.act(body, why)),
    'work.list': ({ since }) => holder.open.work.list(since),
  };
}
