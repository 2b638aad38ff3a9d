import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { LiveBlock } from '#shared/model/report.ts';

/** What is open over the report screen. */
export type ReportDialog =
  /** `query`: what is looked for at first. */
  | { readonly kind: 'cite'; readonly query?: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'save-template' }
  | { readonly kind: 'redactions' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'preview' }
  | { readonly kind: 'export'; readonly format: 'pdf' | 'docx' | 'html' | 'md' }
  /** An events or finding block to be chosen; `done` puts it in its place. */
  | { readonly kind: 'live'; readonly block: LiveBlock; readonly done: (block: LiveBlock) => void };

const store = createStore<{ readonly open?: ReportDialog | undefined }>(() => ({}));

export const openDialog = (dialog: ReportDialog): void => store.setState({ open: dialog });
export const closeDialog = (): void => store.setState({ open: undefined });
export const useReportDialog = (): ReportDialog | undefined => useStore(store, ({ open }) => open);
