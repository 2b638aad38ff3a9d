import { NodeViewWrapper } from '@tiptap/react';
import type { NodeViewProps } from '@tiptap/react';
import type { LiveBlock } from '#shared/model/report.ts';
import { frozenOf, liveBlockOf, liveNode } from '#shared/report/document-parts.ts';
import { dayText } from '#shared/report/time-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { RemoveIcon, RenameIcon, SealedIcon, UndoIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { openDialog } from '../report-dialogs.ts';
import { LIVE_BLOCKS } from './live-kinds.ts';
import { LivePreview } from './live-preview.tsx';
import { PrintedBlocks } from './printed-blocks.tsx';
import type { FrozenView } from './use-frozen.ts';
import { useFreezing, useFrozen } from './use-frozen.ts';

/** A live block in the editor: what it would print now, or printed when it was frozen, and what can be done to it. */
export function LiveBlockView({
  node,
  selected,
  editor,
  updateAttributes,
  deleteNode,
}: NodeViewProps) {
  const live = { type: 'live', attrs: node.attrs };
  const block = liveBlockOf(live);
  const frozen = useFrozen(frozenOf(live));
  const { freeze, thaw } = useFreezing(updateAttributes);
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
        <span className={classNames('fl-live-state', frozen?.stale === true && 'fl-live-stale')}>
          {stateOf(frozen)}
        </span>
        {editor.isEditable ? (
          <>
            {frozen === undefined && (block?.kind === 'events' || block?.kind === 'finding') ? (
              <Button
                size="small"
                variant="quiet"
                icon={RenameIcon}
                onPress={() => change(block, (next) => updateAttributes(attrsOf(next)))}
              >
                Change…
              </Button>
            ) : null}
            {block !== undefined && (frozen === undefined || frozen.stale) ? (
              <Button
                size="small"
                variant="quiet"
                icon={SealedIcon}
                onPress={() => freeze(block, title)}
              >
                {frozen === undefined ? 'Freeze' : 'Freeze anew'}
              </Button>
            ) : null}
            {frozen === undefined ? null : (
              <Button size="small" variant="quiet" icon={UndoIcon} onPress={thaw}>
                Make live
              </Button>
            )}
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
      ) : frozen === undefined ? (
        <LivePreview block={block} />
      ) : frozen.blocks === undefined ? (
        <Notice tone="warning">{frozen.why}</Notice>
      ) : (
        <PrintedBlocks blocks={frozen.blocks} rows={6} />
      )}
    </NodeViewWrapper>
  );
}

function stateOf(frozen: FrozenView | undefined): string {
  if (frozen === undefined) return 'live';
  const since = frozen.stale ? '; the case has changed since' : '';
  return `frozen ${dayText(frozen.at)}${since}`;
}

const change = (block: LiveBlock, done: (block: LiveBlock) => void): void =>
  openDialog({ kind: 'live', block, done });

const attrsOf = (block: LiveBlock) => ({ ...liveNode(block).attrs });
