import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import './panes.css';

export interface Pane {
  readonly id: string;
  /** Names the pane's separator. */
  readonly label: string;
  readonly content: ReactNode;
  /** CSS sizes; a pane without one takes what is left. */
  readonly size?: string;
  readonly min?: string;
  readonly max?: string;
}

interface PanesProps {
  readonly id: string;
  readonly direction?: 'horizontal' | 'vertical';
  readonly panes: readonly Pane[];
  /** Shares of each pane in percent, by pane id, as last arranged. */
  readonly layout: { readonly [pane: string]: number } | undefined;
  readonly onLayout: (layout: { readonly [pane: string]: number }) => void;
}

/**
 * Panes side by side with separators that move by pointer and by keyboard. A pane that comes or goes leaves the others
 * mounted, with their focus; it comes back as wide as it was. One whose size is in pixels keeps it when the window
 * changes.
 */
export function Panes({ id, direction = 'horizontal', panes, layout, onLayout }: PanesProps) {
  return (
    <Group
      id={id}
      orientation={direction}
      className="fl-panes"
      onLayoutChanged={(next) => onLayout({ ...layout, ...next })}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index === 0 ? null : (
            <Separator
              className={`fl-separator fl-separator-${direction}`}
              aria-label={`Size of ${pane.label}`}
            />
          )}
          <PlacedPane pane={pane} share={layout?.[pane.id]} />
        </Fragment>
      ))}
    </Group>
  );
}

interface PlacedPaneProps {
  readonly pane: Pane;
  readonly share: number | undefined;
}

function PlacedPane({ pane, share }: PlacedPaneProps) {
  // As wide as it comes: told its own width after each change, the group would lay itself out anew without end.
  const [size] = useState(
    pane.size === undefined || share === undefined ? pane.size : `${share.toFixed(3)}%`,
  );
  return (
    <Panel
      id={pane.id}
      className="fl-pane"
      {...(size === undefined ? {} : { defaultSize: size })}
      {...(pane.size?.endsWith('px') === true
        ? { groupResizeBehavior: 'preserve-pixel-size' as const }
        : {})}
      {...(pane.min === undefined ? {} : { minSize: pane.min })}
      {...(pane.max === undefined ? {} : { maxSize: pane.max })}
    >
      {pane.content}
    </Panel>
  );
}
