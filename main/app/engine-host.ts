import type { UtilityProcess, WebContents } from 'electron';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { EngineState } from '#shared/ipc/bridge.ts';
import { CHANNELS } from '#shared/ipc/bridge.ts';

/** A engine that fell this often within the window below is not started again by itself. */
const FALLS_ALLOWED = 5;
const FALLS_WINDOW_MS = 60_000;

export interface EngineHostOptions {
  /** The built engine entry. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onState: (state: EngineState) => void;
}

/**
 * Keeps the engine running in a utility process, which a hostile file may kill without hurting the window, and joins
 * pages to it: each page's calls go over a port of its own, straight to the engine.
 */
export class EngineHost {
  readonly #options: EngineHostOptions;
  #child: UtilityProcess | undefined;
  readonly #pages = new Set<WebContents>();
  #falls: number[] = [];
  #restarts = 0;
  #stopping = false;

  constructor(options: EngineHostOptions) {
    this.#options = options;
  }

  start(): void {
    const child = utilityProcess.fork(this.#options.entry, [], {
      serviceName: 'fireline-engine',
      stdio: 'inherit',
      env: { ...process.env, ...this.#options.env },
    });
    this.#child = child;
    child.once('exit', (code) => this.#exited(child, code));
    for (const page of this.#pages) this.#join(page, child);
    this.#options.onState({ state: 'running', restarts: this.#restarts });
  }

  /** Gives a page a port to the engine, now and after every restart. */
  connect(page: WebContents): void {
    if (!this.#pages.has(page)) {
      this.#pages.add(page);
      page.once('destroyed', () => this.#pages.delete(page));
    }
    if (this.#child !== undefined) this.#join(page, this.#child);
  }

  /** Starts again after it gave up; does nothing while it runs. */
  restart(): void {
    if (this.#child !== undefined || this.#stopping) return;
    this.#falls = [];
    this.#restarts++;
    this.start();
  }

  /** Asks the engine to finish what it holds and end; after `limitMs` it is ended. */
  async stop(limitMs: number): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        child.kill();
        resolve();
      }, limitMs);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.postMessage({ kind: 'shutdown' });
    });
  }

  #join(page: WebContents, child: UtilityProcess): void {
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ kind: 'port' }, [port1]);
    page.postMessage(CHANNELS.port, null, [port2]);
  }

  #exited(child: UtilityProcess, code: number): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    if (this.#stopping) return;
    const now = Date.now();
    this.#falls = [...this.#falls.filter((at) => now - at < FALLS_WINDOW_MS), now];
    const reason = `The engine ended unexpectedly (code ${code}).`;
    if (this.#falls.length >= FALLS_ALLOWED) {
      this.#options.onState({ state: 'failed', restarts: this.#restarts, reason });
      return;
    }
    this.#restarts++;
    this.#options.onState({ state: 'restarting', restarts: this.#restarts, reason });
    this.start();
  }
}
