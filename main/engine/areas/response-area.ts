import { join } from 'node:path';
import type { ResponseApi } from '#shared/ipc/response.ts';
import { FailureError } from '#shared/model/result.ts';
import { replaceFile } from '../../casefile/durable-file.ts';
import { ioFailure } from '../../casefile/io-failure.ts';
import { checklistHtml } from '../../response/checklist-html.ts';
import { PlaybookLibrary } from '../../response/library.ts';
import {
  ACTION_COLUMNS,
  actionLines,
  TASK_COLUMNS,
  taskLines,
} from '../../response/table-lines.ts';
import type { EnginePaths } from '../engine-paths.ts';
import { csvHead, csvLine } from '../export/event-line.ts';
import type { Handlers } from '../handlers.ts';
import type { SessionHolder } from '../session-holder.ts';
import { unwrap } from '../unwrap.ts';

export function responseArea(
  holder: SessionHolder,
  { userData }: EnginePaths,
  clock: () => number,
): Handlers<keyof ResponseApi> {
  const library = new PlaybookLibrary(join(userData, 'playbooks'));
  return {
    'playbooks.list': () => library.list(),
    'playbooks.import': async ({ path }) => unwrap(await library.import(path)),
    'playbooks.save': async ({ playbook }) => unwrap(await library.save(playbook)),
    'playbooks.remove': async ({ id }) => unwrap(await library.remove(id)),
    'playbooks.export': async ({ id, path }) => unwrap(await library.export(id, path)),
    'response.checklist': (request) => {
      const { folder, work } = holder.open;
      return unwrap(
        checklistHtml(work.state, { ...request, caseId: folder.file.id, now: clock() }),
      );
    },
    'response.export': async ({ what, path }) => {
      const { state } = holder.open.work;
      const [columns, lines] =
        what === 'tasks' ? [TASK_COLUMNS, taskLines(state)] : [ACTION_COLUMNS, actionLines(state)];
      const head = Object.fromEntries(columns.map((column) => [column, '']));
      const text = csvHead(head) + lines.map(csvLine).join('');
      try {
        await replaceFile(path, text);
      } catch (error) {
        throw new FailureError(ioFailure(error, `The ${what} cannot be exported`, path));
      }
      return { rows: lines.length };
    },
  };
}
