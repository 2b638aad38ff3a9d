import { Fragment } from 'react';
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
 * mounted, with their focus; it comes back as wide as it was.
 */
export function Panes({ id, direction = 'horizontal', panes, layout, onLayout }: PanesProps) {
  const sizeOf = ({ id: pane, size }: Pane): string | undefined => {
    const share = layout?.[pane];
    return size === undefined || share === undefined ? size : `${share.toFixed(3)}%`;
  };
  return (
    <Group
      id={id}
      orientation={direction}
      className="fl-panes"
      onLayoutChanged={(next) => onLayout({ ...layout, ...next })}
    >
      {panes.map((pane, index) => {
        const size = sizeOf(pane);
        return (
          <Fragment key={pane.id}>
            {index === 0 ? null : (
              <Separator
                className={`fl-separator fl-separator-${direction}`}
                aria-label={`Size of ${pane.label}`}
              />
            )}
            <Panel
              id={pane.id}
              className="fl-pane"
              {...(size === undefined ? {} : { defaultSize: size })}
              {...(pane.min === undefined ? {} : { minSize: pane.min })}
              {...(pane.max === undefined ? {} : { maxSize: pane.max })}
            >
              {pane.content}
            </Panel>
          </Fragment>
        );
      })}
    </Group>
  );
}
