import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { AppInfo } from '#shared/ipc/bridge.ts';

const store = createStore<{ readonly info?: AppInfo }>(() => ({}));

/** Versions and places, as the host told them when the page came up. */
export const useAppInfo = (): AppInfo | undefined => useStore(store, ({ info }) => info);

export const setAppInfo = (info: AppInfo): void => store.setState({ info });
