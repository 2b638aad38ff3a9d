import { Fragment, useRef, useState } from 'react';
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
  /** Sizes as last arranged by hand, by pane id: pixels for a pane whose size is in pixels, else percent. */
  readonly layout: { readonly [pane: string]: number } | undefined;
  readonly onLayout: (layout: { readonly [pane: string]: number }) => void;
}

/** The pane of what is open in the list beside it; none where nothing is. */
export const detailsPane = (
  id: string,
  content: ReactNode,
  other: Partial<Pane> = {},
): readonly Pane[] =>
  content === undefined
    ? []
    : [
        {
          id,
          label: 'the details',
          size: '400px',
          min: '300px',
          max: '60%',
          ...other,
          content,
        },
      ];

const inPixels = ({ size }: Pane): boolean => size?.endsWith('px') === true;

/**
 * Panes side by side with separators that move by pointer and by keyboard. A pane that comes or goes leaves the others
 * mounted, with their focus; it comes back as wide as it was. One whose size is in pixels keeps it when the window
 * changes.
 */
export function Panes({ id, direction = 'horizontal', panes, layout, onLayout }: PanesProps) {
  const group = useRef<HTMLDivElement>(null);
  const sizesOf = (shares: { readonly [pane: string]: number }): Record<string, number> => {
    const { clientWidth = 0, clientHeight = 0 } = group.current ?? {};
    const whole = direction === 'horizontal' ? clientWidth : clientHeight;
    return Object.fromEntries(
      panes.flatMap((pane) => {
        const share = shares[pane.id];
        if (share === undefined || pane.size === undefined) return [];
        return [[pane.id, inPixels(pane) ? Math.round((share * whole) / 100) : share]];
      }),
    );
  };
  return (
    <Group
      id={id}
      orientation={direction}
      className="fl-panes"
      elementRef={group}
      onLayoutChanged={(next, { isUserInteraction }) => {
        // What a narrow window takes from a pane is given back by a wide one.
        if (isUserInteraction) onLayout({ ...layout, ...sizesOf(next) });
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index === 0 ? null : (
            <Separator
              className={`fl-separator fl-separator-${direction}`}
              aria-label={`Size of ${pane.label}`}
            />
          )}
          <PlacedPane pane={pane} arranged={layout?.[pane.id]} />
        </Fragment>
      ))}
    </Group>
  );
}

interface PlacedPaneProps {
  readonly pane: Pane;
  readonly arranged: number | undefined;
}

function PlacedPane({ pane, arranged }: PlacedPaneProps) {
  // As wide as it comes: told its own width after each change, the group would lay itself out anew without end.
  const [size] = useState(
    pane.size === undefined || arranged === undefined
      ? pane.size
      : `${arranged.toFixed(3)}${inPixels(pane) ? 'px' : '%'}`,
  );
  return (
    <Panel
      id={pane.id}
      className="fl-pane"
      {...(size === undefined ? {} : { defaultSize: size })}
      {...(inPixels(pane) ? { groupResizeBehavior: 'preserve-pixel-size' as const } : {})}
      {...(pane.min === undefined ? {} : { minSize: pane.min })}
      {...(pane.max === undefined ? {} : { maxSize: pane.max })}
    >
      {pane.content}
    </Panel>
  );
}
