import { counted } from '#shared/work/number-text.ts';
import { parserById } from '../../parse/registry.ts';
import { writeBundle } from '../../interop/bundle.ts';
import { verifyPath } from '../../verify/verify-path.ts';
import type { Handlers } from '../handlers.ts';
import type { Jobs } from '../jobs.ts';
import { runJob } from '../run-job.ts';
import type { SessionHolder } from '../session-holder.ts';
import { verifyOpenCase } from '../verify-open-case.ts';

type Calls =
  | 'cases.list'
  | 'cases.create'
  | 'cases.open'
  | 'cases.close'
  | 'cases.current'
  | 'cases.forget'
  | 'analyst.current'
  | 'analyst.rename'
  | 'ledger.list'
  | 'case.verify'
  | 'case.bundle'
  | 'proof.verify';

export function casesArea(
  holder: SessionHolder,
  jobs: Jobs,
  alarm: (message: string, subject: string) => void,
): Handlers<Calls> {
  return {
    'cases.list': () => holder.list.list(),
    'cases.create': (request) => holder.create(request),
    'cases.open': ({ folder }) => holder.openFolder(folder),
    'cases.close': async () => {
      await holder.close();
      return null;
    },
    'cases.current': () => holder.current?.info ?? null,
    'cases.forget': async ({ folder }) => {
      await holder.list.forget(folder);
      return null;
    },
    'analyst.current': () => holder.analyst(),
    'analyst.rename': ({ name }) => holder.rename(name),
    'ledger.list': ({ evidence }) => {
      const { folder } = holder.open;
      const entries = folder.ledger
        .list()
        .filter((entry) => evidence === undefined || entry.body['index'] === evidence);
      const { broken } = folder.ledger.log.reading;
      return {
        entries,
        intact: broken === undefined,
        detail:
          broken === undefined
            ? 'Every line is signed and bound to the one before.'
            : `Line ${broken.line} ${broken.why}.`,
      };
    },
    'case.verify': ({ evidence }, signal) =>
      verifyOpenCase({ jobs, session: holder.open, signal }, evidence, alarm),
    'case.bundle': ({ path }, signal) =>
      runJob(
        { jobs, session: holder.open, signal },
        'export',
        'Bundling the case',
        async (job, stop) => {
          const { layout } = holder.open.folder;
          await holder.open.folder.settle();
          const value = await writeBundle(layout.folder, path, stop, (bytesDone, bytesTotal) =>
            job.progress({ bytesDone, bytesTotal }),
          );
          return { value, outcome: `${counted(value.files, 'file')} in ${path}.` };
        },
      ),
    'proof.verify': ({ path, folder }, signal) =>
      verifyPath(path, { parserById, signal, ...(folder === undefined ? {} : { folder }) }),
  };
}
