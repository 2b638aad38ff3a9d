import type { EventStore } from '../../store/event-store.ts';
import { exportEvents } from '../export/export-events.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs } from '../jobs.ts';
import { runJob } from '../run-job.ts';
import type { SessionHolder } from '../session-holder.ts';

type Calls =
  | 'events.count'
  | 'events.histogram'
  | 'events.facet'
  | 'events.stack'
  | 'events.rhythm'
  | 'events.compare'
  | 'events.page'
  | 'events.detail'
  | 'events.details'
  | 'events.locate'
  | 'events.position'
  | 'events.resolve'
  | 'events.resolveKeys'
  | 'events.complete'
  | 'events.fields'
  | 'events.export';

export function eventsArea(holder: SessionHolder, jobs: Jobs): Handlers<Calls> {
  /** What was just tagged is found as tagged. */
  const marked = (): Promise<EventStore> => holder.open.markedEvents();
  return {
    'events.count': async (p, signal) => (await marked()).count(p, signal),
    'events.histogram': async (p, signal) => (await marked()).histogram(p, signal),
    'events.facet': async (p, signal) => (await marked()).facet(p, signal),
    'events.stack': async (p, signal) => (await marked()).stack(p, signal),
    'events.rhythm': async (p, signal) => (await marked()).rhythm(p, signal),
    'events.compare': async (p, signal) => (await marked()).compare(p, signal),
    'events.page': async (p, signal) => (await marked()).page(p, signal),
    'events.detail': async (p, signal) => (await marked()).detail(p, signal),
    'events.details': async (p, signal) => (await marked()).details(p, signal),
    'events.locate': async (p, signal) => (await marked()).locate(p, signal),
    'events.position': async (p, signal) => (await marked()).position(p, signal),
    'events.resolve': async (p, signal) => (await marked()).resolve(p, signal),
    'events.resolveKeys': async (p, signal) => (await marked()).resolveKeys(p, signal),
    'events.complete': async (p, signal) => (await marked()).complete(p, signal),
    'events.fields': async (p, signal) => (await marked()).fields(p, signal),
    'events.export': (p, signal) =>
      runJob(
        { jobs, session: holder.open, signal },
        'export',
        'Exporting events',
        async (job, stop) => {
          const value = await exportEvents(await marked(), p, stop, (events) =>
            job.progress({ events }),
          );
          return { value, outcome: `${value.rows.toLocaleString('en')} events in ${p.path}.` };
        },
      ),
  };
}
