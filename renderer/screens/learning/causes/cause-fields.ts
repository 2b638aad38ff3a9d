import { boardNumber } from '#shared/board/board-order.ts';
import { CAUSE_KIND_NAMES } from '#shared/learning/words.ts';
import { STANDING_NAMES } from '#shared/records/standing-names.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { choicesOf } from '#renderer/ui/choices-of.ts';

/** What the form of a cause asks. Whose “why?” it answers is set by moving it, so that no circle can be made. */
export const causeFields = (items: readonly BoardItem[]): readonly FieldSpec<'cause'>[] => [
  {
    name: 'title',
    label: 'Because',
    input: 'line',
    placeholder: 'An administrator’s session was left open on WS07',
    problem: 'Say in a few words why it could happen.',
  },
  {
    name: 'kind',
    label: 'It is a',
    input: 'choice',
    segments: true,
    wide: true,
    choices: choicesOf(CAUSE_KIND_NAMES),
  },
  {
    name: 'standing',
    label: 'How it is known',
    input: 'choice',
    segments: true,
    choices: choicesOf(STANDING_NAMES),
  },
  {
    name: 'enabled',
    label: 'Item of the board it made possible',
    input: 'choice',
    choices: items.map(({ id, title }, n) => ({
      id,
      label: `${boardNumber(n)} ${visibleLine(title)}`,
    })),
  },
  { name: 'basis', label: 'What that rests on', input: 'prose', lines: 3 },
  { name: 'events', label: 'Events that show it', input: 'events' },
];
