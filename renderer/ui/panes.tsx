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

/** Panes side by side with separators that move by pointer and by keyboard. */
export function Panes({ id, direction = 'horizontal', panes, layout, onLayout }: PanesProps) {
  const fits = layout !== undefined && panes.every((pane) => pane.id in layout);
  const known = fits
    ? Object.fromEntries(panes.map((pane) => [pane.id, layout[pane.id] ?? 0]))
    : undefined;
  return (
    <Group
      id={id}
      orientation={direction}
      className="fl-panes"
      defaultLayout={known}
      onLayoutChanged={onLayout}
    >
      {/* By id, so that a pane that comes or goes leaves what is in the others as it is, with its focus. */}
      {panes.flatMap((pane, index) => [
        ...(index === 0
          ? []
          : [
              <Separator
                key={`${pane.id} separator`}
                className={`fl-separator fl-separator-${direction}`}
                aria-label={`Size of ${pane.label}`}
              />,
            ]),
        <Panel
          key={pane.id}
          id={pane.id}
          className="fl-pane"
          {...(pane.size === undefined ? {} : { defaultSize: pane.size })}
          {...(pane.min === undefined ? {} : { minSize: pane.min })}
          {...(pane.max === undefined ? {} : { maxSize: pane.max })}
        >
          {pane.content}
        </Panel>,
      ])}
    </Group>
  );
}
