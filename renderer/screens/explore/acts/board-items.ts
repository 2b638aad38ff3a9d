import type { BoardItem, Phase } from '#shared/model/board.ts';
import type { Category, MarkedRow } from '#shared/model/event.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import { rankBetween } from '#shared/work/rank.ts';

const LONGEST_TITLE = 200;

/** Where an event of this class most often belongs; the analyst decides. */
const PHASE_OF: { readonly [C in Category]?: Phase } = {
  authentication: 'initial-access',
  session: 'initial-access',
  iam: 'persistence',
  process: 'execution',
  registry: 'persistence',
  configuration: 'persistence',
  driver: 'privilege-escalation',
  network: 'command-and-control',
  web: 'initial-access',
  email: 'initial-access',
  database: 'collection',
};

export const likelyPhase = (category: Category): Phase => PHASE_OF[category] ?? 'execution';

export interface BoardAnswers {
  readonly title: string;
  readonly reason: string;
  readonly phase: Phase;
  readonly standing: BoardItem['standing'];
  readonly confidence: BoardItem['confidence'];
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);

export const titleOf = (event: MarkedRow): string =>
  oneLine(event.message) || oneLine(`${event.category} event`);

/** Board items for events, one each, after the last item that is there. */
export function boardItems(
  events: readonly MarkedRow[],
  answers: BoardAnswers,
  lastRank: string | undefined,
  newId: () => string,
): readonly BoardItem[] {
  let rank = lastRank;
  return events.map((event) => {
    rank = rankBetween(rank, undefined);
    return {
      id: newId() as BoardItemId,
      title: events.length === 1 ? oneLine(answers.title) : titleOf(event),
      ...(event.time === undefined ? {} : { time: event.time }),
      precision: event.precision,
      event: event.id,
      reason: answers.reason.trim(),
      standing: answers.standing,
      confidence: answers.confidence,
      phase: answers.phase,
      ...(event.host === undefined ? {} : { host: oneLine(event.host) }),
      ...(event.user === undefined ? {} : { actor: oneLine(event.user) }),
      rank,
    };
  });
}
