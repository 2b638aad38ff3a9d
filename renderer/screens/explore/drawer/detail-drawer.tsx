import { useStore } from 'zustand';
import type { EventDetail, MarkedRow } from '#shared/model/event.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { ClosedUpIcon, OpenIcon, PinIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import type { TabEntry } from '#renderer/ui/tabs.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { DetailTab, ExplorePlaceStore } from '../explore-place.ts';
import type { Rows } from '../list/row-source.ts';
import { EventTab } from './event-tab.tsx';
import { FieldsTab } from './fields-tab.tsx';
import { HexTab } from './hex-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { RelatedTab } from './related-tab.tsx';
import './drawer.css';

interface DetailDrawerProps {
  readonly store: ExplorePlaceStore;
  readonly row: MarkedRow;
  readonly rows: Rows;
  readonly focusList: () => void;
}

/** Everything known of the event under the cursor. */
export function DetailDrawer({ store, row, rows, focusList }: DetailDrawerProps) {
  const { drawer, cursor } = useStore(store);
  const { data, error } = useRead('events.detail', { key: row.key });
  const detail = data?.key === row.key ? data : undefined;
  const close = (): void => {
    store.setState({ drawer: { ...drawer, open: false } });
    focusList();
  };
  return (
    <Drawer
      label="Event"
      title={<span className="fl-detail-title">{visibleLine(row.message)}</span>}
      onClose={close}
      onEscape={drawer.pinned ? focusList : close}
      controls={
        <>
          <IconButton
            size="small"
            icon={PinIcon}
            label="Keep open"
            keys={keysOf('events.pin')}
            pressed={drawer.pinned}
            onPress={() => runCommand('events.pin')}
          />
          <IconButton
            size="small"
            icon={ClosedUpIcon}
            label="Previous event"
            keys="k"
            isDisabled={cursor.row === 0}
            onPress={() => runCommand('grid.previous')}
          />
          <IconButton
            size="small"
            icon={OpenIcon}
            label="Next event"
            keys="j"
            isDisabled={cursor.row + 1 >= (rows.total ?? 0)}
            onPress={() => runCommand('grid.next')}
          />
        </>
      }
    >
      {error !== null && detail === undefined ? (
        <div className="fl-tab-notice">
          <Notice tone="critical">{failureOf(error).message}</Notice>
        </div>
      ) : null}
      <Tabs
        label="Event"
        selected={drawer.tab}
        onSelect={(tab) => store.setState({ drawer: { ...drawer, tab } })}
        tabs={tabsOf(store, row, detail)}
      />
    </Drawer>
  );
}

const tabsOf = (
  store: ExplorePlaceStore,
  row: MarkedRow,
  detail: EventDetail | undefined,
): readonly TabEntry<DetailTab>[] => [
  { id: 'event', label: 'Event', content: <EventTab store={store} row={row} detail={detail} /> },
  {
    id: 'fields',
    label: 'Fields',
    content: detail === undefined ? null : <FieldsTab store={store} detail={detail} />,
  },
  {
    id: 'raw',
    label: 'Raw',
    content: detail === undefined ? null : <RawTab detail={detail} />,
  },
  { id: 'hex', label: 'Hex', content: <HexTab row={row} /> },
  { id: 'related', label: 'Around', content: <RelatedTab store={store} row={row} /> },
];
