import { createHash } from 'node:crypto';
import type { EngineApi } from '#shared/ipc/engine-api.ts';
import type { LearningSheet } from '#shared/ipc/learning.ts';
import { BUILT_IN_ATTACK } from '#shared/learning/attack-data.ts';
import { followUpCsv, inFollowUpOrder } from '#shared/learning/follow-up.ts';
import type { NameOf } from '#shared/learning/follow-up.ts';
import {
  MOST_LAYER_BYTES,
  navigatorLayer,
  readNavigatorLayer,
} from '#shared/learning/navigator-layer.ts';
import { techniqueUses } from '#shared/learning/technique-use.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Instant } from '#shared/model/time.ts';
import { formatInstant, instantFromMs } from '#shared/model/time.ts';
import type { RecordType } from '#shared/records/record-kinds.ts';
import { recordTitle } from '#shared/records/record-kinds.ts';
import { recordOf, recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { replaceFile } from '../../casefile/durable-file.ts';
import { ioFailure } from '../../casefile/io-failure.ts';
import { AttackStore } from '../../learning/attack-store.ts';
import { readCarriedText } from '../../learning/carried-file.ts';
import { causesHtml } from '../../learning/causes-html.ts';
import { lookFor } from '../../learning/look-for.ts';
import { matrixHtml } from '../../learning/matrix-html.ts';
import { printSheet } from '../../learning/print-sheet.ts';
import type { Handlers } from '../handlers.ts';
import type { SessionHolder } from '../session-holder.ts';
import { unwrap } from '../unwrap.ts';

type Calls = Extract<keyof EngineApi, `learning.${string}`>;

export function learningArea(holder: SessionHolder, clock: () => number): Handlers<Calls> {
  const attack = new AttackStore(holder.paths.userData, clock);
  const data = async () => (await attack.read()) ?? BUILT_IN_ATTACK;
  const now = (): Instant => instantFromMs(clock());

  const exported = async (what: 'follow-up' | 'layer'): Promise<string> => {
    const { state } = holder.open.work;
    if (what === 'follow-up') return followUp(state, now());
    const { version } = await data();
    return navigatorLayer(techniqueUses(state), { title: state.title ?? 'Untitled case', version });
  };

  const printed = async (
    what: 'matrix' | 'causes',
    page: 'A4' | 'Letter',
  ): Promise<LearningSheet> => {
    const { work, folder } = holder.open;
    const { state } = work;
    const about = {
      case: { id: folder.file.id, title: state.title ?? 'Untitled case' },
      page,
      printedAt: formatInstant(now(), 'min').replace('T', ' ').replace('Z', ''),
    };
    return what === 'matrix'
      ? printSheet(
          { ...about, title: 'Techniques by tactic', landscape: true },
          matrixHtml(state, await data()),
        )
      : printSheet({ ...about, title: 'Root cause', landscape: false }, causesHtml(state));
  };

  return {
    'learning.lookFor': async (filter, signal) => {
      const session = holder.open;
      const store = await session.markedEvents();
      const facet = { field: 'category', limit: 100, rare: false };
      return lookFor(
        {
          evidence: session.evidence,
          count: async (p) => (await store.count(p, signal)).total,
          categories: async (p) => (await store.facet({ ...p, ...facet }, signal)).values,
        },
        filter,
        now(),
      );
    },
    'learning.attack': () => attack.read(),
    'learning.importAttack': async ({ path }) => unwrap(await attack.carryIn(path)),
    'learning.forgetAttack': async () => {
      await attack.forget();
      return null;
    },
    'learning.layer': async ({ path }) => {
      const text = unwrap(await readCarriedText(path, MOST_LAYER_BYTES));
      const { name, marks } = unwrap(readNavigatorLayer(text));
      return { name, marks: [...marks] };
    },
    'learning.export': async ({ what, path }) => {
      const text = await exported(what);
      try {
        await replaceFile(path, text);
      } catch (error) {
        throw new FailureError(ioFailure(error, 'The file cannot be written', path));
      }
      return { sha256: createHash('sha256').update(text).digest('hex') };
    },
    'learning.print': ({ what, page }) => printed(what, page),
  };
}

function followUp(state: WorkState, now: Instant): string {
  const name =
    (type: RecordType): NameOf =>
    (id) => {
      const record = recordOf(state, type, id);
      return record === undefined ? '' : recordTitle(record);
    };
  const list = inFollowUpOrder(recordsOf(state, 'improvement').values(), now);
  return followUpCsv(list, now, {
    person: name('person'),
    cause: name('cause'),
    lesson: name('lesson'),
  });
}
