import { setTimeout as pause } from 'node:timers/promises';
import type { WebContents } from 'electron';
import { z } from 'zod';
import { readTree, type AccessibleNode } from './accessible-node.ts';

const POLL_MS = 150;
/** A page that is still and the same for this long has come to rest. */
const REST_MS = 600;

/** Longest that the page may be too busy to answer. */
const ANSWER_MS = 60_000;
const LATE = Symbol('late');

const quads = z.object({ quads: z.array(z.array(z.number()).length(8)).min(1) });

export interface Wanted {
  readonly role: string;
  readonly name: string | RegExp;
}

/** The page did not become what it should have. */
export class PageError extends Error {}

/**
 * Works the page as a person does who is told of it by a screen reader: finds things by role and name, and uses mouse
 * and keyboard. Nothing is called or changed behind the page's back.
 */
export class PageDriver {
  readonly #contents: WebContents;

  private constructor(contents: WebContents) {
    this.#contents = contents;
  }

  static async attach(contents: WebContents): Promise<PageDriver> {
    contents.debugger.attach('1.3');
    const driver = new PageDriver(contents);
    // Without a window manager no window ever has the focus; a person's has.
    await driver.#send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return driver;
  }

  async tree(): Promise<readonly AccessibleNode[]> {
    return readTree(await this.#send('Accessibility.getFullAXTree', {}));
  }

  async find(wanted: Wanted): Promise<AccessibleNode | undefined> {
    return (await this.tree()).find((node) => fits(node, wanted));
  }

  /** @throws PageError when it does not come up within `limitMs` */
  async wait(wanted: Wanted, limitMs = 20_000): Promise<AccessibleNode> {
    return this.until(`${wanted.role} “${String(wanted.name)}”`, limitMs, () => this.find(wanted));
  }

  /** Asks again and again until there is an answer. */
  async until<T>(what: string, limitMs: number, ask: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + limitMs;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > end)
        throw new PageError(`the page shows no ${what} within ${Math.round(limitMs / 1000)} s`);
      await pause(POLL_MS);
    }
  }

  /** Until nothing moves: no progress is shown and what can be read stays the same. */
  async rest(limitMs = 30_000): Promise<void> {
    let last = '';
    let since = 0;
    await this.until('rest', limitMs, async () => {
      const nodes = await this.tree();
      const now = nodes.map(({ role, name }) => `${role} ${name}`).join('\n');
      if (now !== last || nodes.some(({ role }) => role === 'progressbar')) {
        last = now;
        since = Date.now();
        return undefined;
      }
      return Date.now() - since >= REST_MS ? true : undefined;
    });
  }

  /** Waits until it is there and can be pressed, and presses it. */
  async click(wanted: Wanted, limitMs = 20_000): Promise<void> {
    const node = await this.until(
      `${wanted.role} “${String(wanted.name)}” that can be pressed`,
      limitMs,
      async () => (await this.tree()).find((one) => fits(one, wanted) && !one.disabled),
    );
    await this.press(node);
  }

  async press(node: AccessibleNode): Promise<void> {
    await this.#send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.element });
    let at = await this.#middle(node);
    // What still makes room for something that was read late is no place to press.
    const [x, y] = await this.until(`${node.role} “${node.name}” at rest`, 20_000, async () => {
      await pause(POLL_MS);
      const [wasX, wasY] = at;
      at = await this.#middle(node);
      return at[0] === wasX && at[1] === wasY ? at : undefined;
    });
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'])
      await this.#send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  async #middle({ element }: AccessibleNode): Promise<readonly [x: number, y: number]> {
    const answer = await this.#send('DOM.getContentQuads', { backendNodeId: element });
    const [quad = []] = quads.parse(answer).quads;
    return [((quad[0] ?? 0) + (quad[4] ?? 0)) / 2, ((quad[1] ?? 0) + (quad[5] ?? 0)) / 2];
  }

  /** Writes into a field in place of what is in it. */
  async enter(wanted: Wanted, text: string): Promise<void> {
    await this.click(wanted);
    await this.write(text);
  }

  /** Writes in place of all that is in the field where the caret is. */
  async write(text: string): Promise<void> {
    this.#contents.selectAll();
    await this.#send('Input.insertText', { text });
  }

  /** Presses a key: Enter, or one that writes a character. */
  async key(key: string): Promise<void> {
    const enter = { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
    const stroke = { key, ...(key === 'Enter' ? enter : { text: key }) };
    await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
  }

  close(): void {
    if (this.#contents.debugger.isAttached()) this.#contents.debugger.detach();
  }

  async #send(method: string, params: object): Promise<unknown> {
    const late = new AbortController();
    const answer: unknown = await Promise.race([
      this.#contents.debugger.sendCommand(method, params),
      pause(ANSWER_MS, LATE, { signal: late.signal }),
    ]);
    late.abort();
    if (answer === LATE) throw new PageError(`the page does not answer (${method})`);
    return answer;
  }
}

const fits = (node: AccessibleNode, { role, name }: Wanted): boolean =>
  node.role === role && (typeof name === 'string' ? node.name === name : name.test(node.name));
