export type { CSSProperties } from 'react';

declare module 'react' {
  /** Custom properties are set like any other. */
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number | undefined;
  }
}
