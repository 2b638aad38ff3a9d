import { NodeViewWrapper } from '@tiptap/react';
import type { NodeViewProps } from '@tiptap/react';
import type { LiveBlock } from '#shared/model/report.ts';
import { liveBlockOf, liveNode } from '#shared/report/document-parts.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { RemoveIcon, RenameIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { openDialog } from '../report-dialogs.ts';
import { LIVE_BLOCKS } from './live-kinds.ts';
import { LivePreview } from './live-preview.tsx';

/** A live block in the editor: what it would print now, in short, and what can be done to it. */
export function LiveBlockView({
  node,
  selected,
  editor,
  updateAttributes,
  deleteNode,
}: NodeViewProps) {
  const block = liveBlockOf({
    type: 'live',
    attrs: node.attrs,
  });
  const { title, icon: Picture } =
    block === undefined
      ? { title: 'Something this version does not know', icon: RemoveIcon }
      : LIVE_BLOCKS[block.kind];
  return (
    <NodeViewWrapper
      className={classNames('fl-live', selected && 'fl-live-selected')}
      contentEditable={false}
      role="group"
      aria-label={title}
    >
      <header className="fl-live-head">
        <Picture size={14} strokeWidth={1.75} aria-hidden />
        <span className="fl-live-title">{title}</span>
        <span className="fl-live-state">live</span>
        {editor.isEditable ? (
          <>
            {block?.kind === 'events' || block?.kind === 'finding' ? (
              <Button
                size="small"
                variant="quiet"
                icon={RenameIcon}
                onPress={() => change(block, (next) => updateAttributes(attrsOf(next)))}
              >
                Change…
              </Button>
            ) : null}
            <IconButton
              size="small"
              icon={RemoveIcon}
              label={`Take out: ${title}`}
              onPress={() => deleteNode()}
            />
          </>
        ) : null}
      </header>
      {block === undefined ? (
        <Notice tone="warning">It is kept as it is, and not printed.</Notice>
      ) : (
        <LivePreview block={block} />
      )}
    </NodeViewWrapper>
  );
}

const change = (block: LiveBlock, done: (block: LiveBlock) => void): void =>
  openDialog({ kind: 'live', block, done });

const attrsOf = (block: LiveBlock) => ({ ...liveNode(block).attrs });
