import { NodeViewWrapper } from '@tiptap/react';
import type { NodeViewProps } from '@tiptap/react';
import { KindGlyph } from '#renderer/entities/kind-glyph.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { type KnownCitation, useCitation, useLookAt } from './citation-book.tsx';

/** Characters of a name that still goes to the next line whole. */
const LONG = 32;

/** A citation in running text: one unit that names what it points at and says when that is not there. */
export function CitationChip({ node, selected }: NodeViewProps) {
  const ref: unknown = node.attrs['ref'];
  const known = useCitation(typeof ref === 'string' ? ref : '');
  const { state } = known;
  const label = labelOf(known);
  const lookAt = useLookAt();
  const kind = state?.entity?.kind;
  return (
    <NodeViewWrapper
      as="span"
      className={classNames(
        'fl-cite-chip',
        kind !== undefined && 'fl-cite-entity',
        kind !== undefined && label.length > LONG && 'fl-cite-long',
        state?.state === 'missing' && 'fl-cite-missing',
        selected && 'fl-cite-selected',
      )}
      title={titleOf(known)}
      data-state={state?.state ?? 'asking'}
      {...(kind !== undefined && { onPointerEnter: lookAt })}
    >
      {kind === undefined ? null : <KindGlyph kind={kind} />}
      {label}
    </NodeViewWrapper>
  );
}

export function labelOf({ number, state }: KnownCitation): string {
  if (state === undefined) return number ?? '…';
  if (state.state === 'missing') return 'missing';
  const label = visibleLine(state.label);
  return number === undefined ? label : `${number} ${short(label)}`;
}

const short = (text: string): string => (text.length <= 36 ? text : `${text.slice(0, 35)}…`);

function titleOf({ state }: KnownCitation): string {
  if (state === undefined) return 'Looking it up…';
  if (state.state === 'missing') return `Does not resolve: ${state.why}`;
  const parts =
    state.entity === undefined
      ? [state.time, state.where, state.message]
      : [state.where, state.time, state.message];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => visibleLine(part ?? ''))
    .join(' · ')
    .slice(0, 600);
}
