import { exportEvents } from '../export/export-events.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs } from '../jobs.ts';
import { runJob } from '../run-job.ts';
import type { SessionHolder } from '../session-holder.ts';

type Calls =
  | 'events.count'
  | 'events.histogram'
  | 'events.facet'
  | 'events.page'
  | 'events.detail'
  | 'events.locate'
  | 'events.position'
  | 'events.resolve'
  | 'events.resolveKeys'
  | 'events.complete'
  | 'events.fields'
  | 'events.export';

export function eventsArea(holder: SessionHolder, jobs: Jobs): Handlers<Calls> {
  return {
    'events.count': (p, signal) => holder.open.events.count(p, signal),
    'events.histogram': (p, signal) => holder.open.events.histogram(p, signal),
    'events.facet': (p, signal) => holder.open.events.facet(p, signal),
    'events.page': (p, signal) => holder.open.events.page(p, signal),
    'events.detail': (p, signal) => holder.open.events.detail(p, signal),
    'events.locate': (p, signal) => holder.open.events.locate(p, signal),
    'events.position': (p, signal) => holder.open.events.position(p, signal),
    'events.resolve': (p, signal) => holder.open.events.resolve(p, signal),
    'events.resolveKeys': (p, signal) => holder.open.events.resolveKeys(p, signal),
    'events.complete': (p, signal) => holder.open.events.complete(p, signal),
    'events.fields': (p, signal) => holder.open.events.fields(p, signal),
    'events.export': (p, signal) =>
      runJob(
        { jobs, session: holder.open, signal },
        'export',
        'Exporting events',
        async (job, stop) => {
          const value = await exportEvents(holder.open.events, p, stop, (events) =>
            job.progress({ events }),
          );
          return { value, outcome: `${value.rows.toLocaleString('en')} events in ${p.path}.` };
        },
      ),
  };
}
