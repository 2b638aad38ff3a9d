import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { announce } from '#renderer/state/announce.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useSelectedCount } from '#renderer/state/status.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { NextIcon, PreviousIcon, SideBarIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import type { Pane } from '#renderer/ui/panes.tsx';
import { Panes } from '#renderer/ui/panes.tsx';
import { ActDialogHost } from './acts/act-dialog-host.tsx';
import { DetailDrawer } from './drawer/detail-drawer.tsx';
import { createExplorePlace } from './explore-place.ts';
import { SideBar } from './facets/side-bar.tsx';
import { HistogramPanel } from './histogram/histogram.tsx';
import { useRows } from './list/use-rows.ts';
import { MainView } from './main-view.tsx';
import { MatchLine } from './match-line.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { QueryBar } from './query/query-bar.tsx';
import { selectedCount } from './selection.ts';
import { useActCommands, useSelectionCommands, useViewCommands } from './use-explore-commands.ts';
import { useExploreErrand } from './use-explore-errand.ts';
import { ViewMenu } from './view-menu.tsx';
import './acts/acts.css';
import './explore.css';

const SIDE_PX = 188;
const DRAWER_PX = 332;
/** What the list needs beside the details to show some 45 characters of a message; with less they lie over it. */
const LIST_PX = 846;

/** Every event of the case, filtered by words, fields, time and facets. */
export function ExploreScreen() {
  const places = usePlaces();
  const [store] = useState(() => createExplorePlace(places));
  const { source, rows } = useRows(store);
  const place = useStore(store);
  const list = useRef<HTMLDivElement>(null);
  /** Acts on an event are for where events are listed. */
  const cursor = place.mode === 'list' ? rows.rowAt(place.cursor.row) : undefined;
  const selected = selectedCount(place.selection, rows.total ?? 0);
  const context = { store, source, rows, cursor };
  useViewCommands(context);
  useSelectionCommands(context);
  useActCommands(context);
  useExploreErrand(store);
  useSelectedCount(selected);
  useEffect(() => {
    if (rows.total !== undefined && !rows.stale) announce(countOf(rows.total, 'match', 'matches'));
  }, [rows.total, rows.stale]);

  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);

  const focusList = (): void => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const drawer =
    place.drawer.open && cursor !== undefined ? (
      <DetailDrawer store={store} row={cursor} rows={rows} focusList={focusList} />
    ) : null;
  /** Without any event there is nothing to choose from and nothing to draw. */
  const bare = rows.all === 0;
  const sideBar = place.sideBar && !bare;
  const room = width - DRAWER_PX - (sideBar ? SIDE_PX : 0);
  const beside = place.drawer.pinned || room >= LIST_PX;
  const panes: readonly Pane[] = [
    ...(sideBar
      ? [
          {
            id: 'side',
            label: 'the side bar',
            size: `${SIDE_PX}px`,
            min: '150px',
            max: '35%',
            content: <SideBar store={store} />,
          },
        ]
      : []),
    {
      id: 'list',
      label: 'the list',
      min: '320px',
      content: (
        <MainView store={store} source={source} rows={rows} frame={list} focusList={focusList} />
      ),
    },
    ...(drawer !== null && beside
      ? [
          {
            id: 'drawer',
            label: 'the details',
            size: `${DRAWER_PX}px`,
            min: '280px',
            max: '60%',
            content: drawer,
          },
        ]
      : []),
  ];

  return (
    <>
      <header className="fl-explore-head">
        <h1 className="fl-unseen">Explore</h1>
        <IconButton
          icon={SideBarIcon}
          label="Side bar"
          keys={keysOf('app.side-bar')}
          pressed={place.sideBar}
          onPress={() => runCommand('app.side-bar')}
        />
        <IconButton
          icon={PreviousIcon}
          label="Previous view"
          keys={keysOf('explore.back')}
          isDisabled={place.history.past.length === 0}
          onPress={() => runCommand('explore.back')}
        />
        <IconButton
          icon={NextIcon}
          label="Next view"
          keys={keysOf('explore.forward')}
          isDisabled={place.history.future.length === 0}
          onPress={() => runCommand('explore.forward')}
        />
        <QueryBar store={store} focusList={focusList} />
        <ModeSwitch store={store} />
        <MatchLine rows={rows} />
        <ViewMenu store={store} />
      </header>
      {bare ? null : <HistogramPanel store={store} />}
      <div ref={body} className="fl-explore-body">
        <Panes
          id="explore"
          layout={place.layout}
          onLayout={(layout) => store.setState({ layout })}
          panes={panes}
        />
        {drawer === null || beside ? null : <div className="fl-drawer-over">{drawer}</div>}
      </div>
      <ActDialogHost store={store} cursor={cursor} />
    </>
  );
}
