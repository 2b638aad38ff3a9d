import type { WebContents } from 'electron';
import type { EngineState, HostTopic, HostTopics, MenuCommand } from '#shared/ipc/bridge.ts';
import { CHANNELS } from '#shared/ipc/bridge.ts';

/**
 * What the host tells the page. Until the page has said that it is ready, what it must not miss is kept for it: the
 * paths to open and the engine's state.
 */
export class PageLink {
  readonly #contents: WebContents;
  #ready = false;
  #paths: readonly string[];
  #engine: EngineState | undefined;
  #flushed: (() => void) | undefined;

  constructor(contents: WebContents, paths: readonly string[]) {
    this.#contents = contents;
    this.#paths = paths;
    // A page that is loaded anew starts from nothing.
    contents.on('did-navigate', () => {
      this.#ready = false;
    });
  }

  pageReady(): void {
    this.#ready = true;
    if (this.#engine !== undefined) this.#send('engine', this.#engine);
    const paths = this.#paths;
    this.#paths = [];
    if (paths.length > 0) this.#send('open', { paths });
  }

  engineState(state: EngineState): void {
    this.#engine = state;
    if (this.#ready) this.#send('engine', state);
  }

  open(paths: readonly string[]): void {
    if (this.#ready) this.#send('open', { paths });
    else this.#paths = [...this.#paths, ...paths];
  }

  command(id: MenuCommand): void {
    if (this.#ready) this.#send('command', { id });
  }

  /** Asks the page to store what is pending; resolves when it says so, is gone, or `limitMs` has passed. */
  flush(limitMs: number): Promise<void> {
    if (!this.#ready || this.#contents.isDestroyed() || this.#contents.isCrashed()) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#flushed = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#send('flush', { limitMs });
    });
  }

  pageFlushed(): void {
    this.#flushed?.();
  }

  #send<T extends HostTopic>(topic: T, payload: HostTopics[T]): void {
    if (!this.#contents.isDestroyed()) this.#contents.send(CHANNELS.topic, topic, payload);
  }
}
