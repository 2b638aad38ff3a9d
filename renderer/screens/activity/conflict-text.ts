import type { ReportNode } from '#shared/model/report.ts';
import { RECORD_KINDS, recordTitle } from '#shared/records/record-kinds.ts';
import { citedName } from '#shared/report/cited-entity.ts';
import { citationOf } from '#shared/report/document-parts.ts';
import type { Conflict } from '#shared/work/conflicts.ts';
import { MOMENT_TITLES } from '#shared/work/describe.ts';
import type { FieldWrite, Subject } from '#shared/work/field-writes.ts';
import { counted } from '#shared/work/number-text.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** What two analysts disagree on, e.g. `Title of “Phish” on the board`. */
export function conflictTitle({ winner }: Conflict, state: WorkState): string {
  const { subject, field } = winner;
  const about = subjectText(subject, state);
  if (field === 'existence') return `${capital(about)} was removed while somebody else changed it`;
  if (subject.kind === 'tag' && field === 'events') {
    return `Events tagged and untagged ${subject.tag}`;
  }
  return capital(`${fieldText(field)} of ${about}`);
}

function subjectText(subject: Subject, state: WorkState): string {
  const named = (title: string | undefined, where: string): string =>
    title === undefined ? where : `“${title}” ${where}`;
  switch (subject.kind) {
    case 'tag':
      return `the tag ${subject.tag}`;
    case 'note':
      return 'a note';
    case 'board':
      return named(titleOf(state.board.get(subject.item), subject.item, state), 'on the board');
    case 'finding':
      return named(
        titleOf(state.findings.get(subject.finding), subject.finding, state),
        'in the findings',
      );
    case 'record': {
      const { noun } = RECORD_KINDS[subject.type];
      const known = state.records.get(subject.type)?.get(subject.record);
      const title = known === undefined ? state.removed.get(subject.record) : recordTitle(known);
      return title === undefined || title === '' ? `the ${noun}` : `the ${noun} “${title}”`;
    }
    case 'report':
      return 'the report';
    case 'section': {
      const section = state.reports.get(subject.report)?.sections.get(subject.section);
      return named(titleOf(section, subject.section, state), 'in the report');
    }
    case 'view':
      return `the view “${subject.name}”`;
    case 'moment':
      return MOMENT_TITLES[subject.moment];
    case 'case':
      break;
  }
  return 'the case';
}

const titleOf = (
  thing: { readonly title: string } | undefined,
  id: string,
  state: WorkState,
): string | undefined => thing?.title ?? state.removed.get(id);

/** One of the values, as text to be read: what choosing it gives. */
export function versionText({ subject, field, value, op }: FieldWrite, state: WorkState): string {
  if (field === 'existence') return 'Removed';
  if (subject.kind === 'tag' && field === 'events' && isTagging(value)) {
    return `${value.on ? 'Tagged' : 'Not tagged'}: ${counted(value.count, 'event')}`;
  }
  if (op.body.kind === 'report.section') {
    const { title, content } = op.body.section;
    return `${title}\n${plainText(content, state)}`.trim();
  }
  if (value === null) return 'Nothing';
  if (typeof value === 'string') return value === '' ? 'Empty' : value;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
}

function isTagging(value: unknown): value is { readonly on: boolean; readonly count: number } {
  return typeof value === 'object' && value !== null && 'on' in value && 'count' in value;
}

/** The words of a document, a line for each block. */
function plainText(node: ReportNode, state: WorkState): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'citation') {
    const citation = citationOf(node);
    return citation?.kind === 'entity' ? (citedName(state, citation.entity) ?? '') : '';
  }
  const parts = (node.content ?? []).map((part) => plainText(part, state));
  const inline = (node.content ?? []).every(({ type }) => type === 'text' || type === 'citation');
  return parts.filter((part) => part !== '').join(inline ? '' : '\n');
}

const fieldText = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
