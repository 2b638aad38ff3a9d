import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStore } from 'zustand';
import { isCommandId } from './commands/catalog.ts';
import { runCommand } from './commands/registry.ts';
import type { EngineConnection } from './bridge/connect-engine.ts';
import { EngineProvider } from './bridge/engine-context.tsx';
import { host } from './bridge/host.ts';
import { createReadCache, followTopics } from './bridge/read-cache.ts';
import { Shell } from './shell/shell.tsx';
import { setAppInfo } from './state/app-info.ts';
import { flushAll } from './state/flush.ts';
import { offerEvidence } from './state/intake.ts';
import { createJobsStore } from './state/jobs.ts';
import { JobsProvider } from './state/jobs-context.tsx';
import { notifyFailure } from './state/notify.ts';
import { createSession } from './state/session.ts';
import { SessionProvider } from './state/session-context.tsx';
import { settings } from './state/settings.ts';
import { WorkProvider } from './state/work-context.tsx';
import { createWorkDesk } from './state/work-desk.ts';
import { workEnvironment } from './state/work-environment.ts';

/** Everything that lives as long as the page does. */
function createWorkbench({ client, onConnected, onState }: EngineConnection) {
  const cache = createReadCache();
  const session = createSession(client);
  const jobs = createJobsStore();
  const desk = createWorkDesk(workEnvironment(client), session.store);

  const start = (): (() => void) => {
    const offs = [
      onState(session.engineState),
      desk.start(),
      followTopics(client, cache),
      client.on('job', jobs.update),
      onConnected(() => {
        const reopened = session.connected(settings.getState().openCase);
        reopened
          .then(() => client.call('jobs.list', {}))
          .then(jobs.replace)
          .then(() => cache.invalidateQueries())
          .catch((error: unknown) => notifyFailure('The engine did not answer.', error));
      }),
      host().on('command', ({ id }) => {
        if (isCommandId(id)) runCommand(id);
      }),
      host().on('open', ({ paths }) => offerEvidence(paths)),
      host().on('flush', () => {
        void flushAll().then(() => host().call('window.flushed', {}));
      }),
    ];
    void host().call('window.ready', {}).then(setAppInfo);
    return () => {
      for (const off of offs) off();
    };
  };
  return { client, cache, session, jobs, desk, start };
}

export function App({ connection }: { readonly connection: EngineConnection }) {
  const [bench] = useState(() => createWorkbench(connection));
  useEffect(() => bench.start(), [bench]);
  const title = useStore(bench.session.store, (session) => session.case?.title);
  useEffect(() => {
    const text = title === undefined ? 'Fireline' : `${title} — Fireline`;
    void host().call('window.setTitle', { title: text.slice(0, 400) });
  }, [title]);
  return (
    <I18nProvider locale="en-GB">
      <EngineProvider value={bench.client}>
        <QueryClientProvider client={bench.cache}>
          <SessionProvider value={bench.session}>
            <JobsProvider value={bench.jobs}>
              <WorkProvider value={bench.desk}>
                <Shell />
              </WorkProvider>
            </JobsProvider>
          </SessionProvider>
        </QueryClientProvider>
      </EngineProvider>
    </I18nProvider>
  );
}
