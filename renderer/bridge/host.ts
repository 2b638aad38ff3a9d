import type { Bridge } from '#shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** Put there by main/preload. Only this file reads it. */
    readonly fireline: Bridge;
  }
}

/** The program around the page: its window, the system's dialogs, printing. */
export const host = (): Bridge => window.fireline;
