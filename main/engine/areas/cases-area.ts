import type { Handlers } from '../handlers.ts';
import type { SessionHolder } from '../session-holder.ts';

type Calls =
  | 'cases.list'
  | 'cases.create'
  | 'cases.open'
  | 'cases.close'
  | 'cases.current'
  | 'cases.forget'
  | 'analyst.current'
  | 'analyst.rename'
  | 'ledger.list';

export function casesArea(holder: SessionHolder): Handlers<Calls> {
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
  };
}
