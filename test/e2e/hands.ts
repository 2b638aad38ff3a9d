import type { CDPSession, Page } from 'playwright-core';
import { focusFaults, watchFocus } from './focus-watch.ts';

/** What has the focus, as a screen reader is told. */
export interface Focused {
  readonly role: string;
  readonly name: string;
}

/** An analyst without a mouse: everything here is a key. */
export interface Hands {
  /** Presses keys one after another: `'g b'`, `'Control+k'`, `'Tab Tab Enter'`. */
  press(keys: string): Promise<void>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  /** What has the focus now; throws where nothing has it, it is out of sight, or it does not show. */
  focused(): Promise<Focused>;
  /** Presses Tab (or Shift+Tab) until the focus is on something of this role and name. */
  tabTo(role: string, name: string | RegExp, options?: TabOptions): Promise<void>;
  /** Goes there by Tab and presses Enter. */
  enter(role: string, name: string | RegExp, options?: TabOptions): Promise<void>;
  /** Runs a command of the palette by its name. */
  command(name: string): Promise<void>;
  /** What else than keys was used until now, and where focus did not show: nothing, or the test fails. */
  faults(): Promise<readonly string[]>;
}

interface TabOptions {
  readonly back?: boolean;
  /** Presses at most. */
  readonly within?: number;
}

const PATIENCE_MS = 1_000;
/** A longer way than this is no way. */
const LONGEST_WAY = 40;

const fits = (wanted: string | RegExp, name: string): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

export async function takeHands(page: Page, cdp: CDPSession): Promise<Hands> {
  await watchFocus(page);
  const { keyboard } = page;

  const told = async (): Promise<Focused> => {
    const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await cdp.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    });
    const text = (told: { value?: unknown } | undefined): string =>
      typeof told?.value === 'string' ? told.value : '';
    return { role: text(nodes[0]?.role), name: text(nodes[0]?.name).trim() };
  };

  /** A moment is given: what moves the focus after a dialog does so a frame later, a hint fades. */
  const focused = async (): Promise<Focused> => {
    let faults = await focusFaults(page);
    for (let waited = 0; faults.length > 0 && waited < PATIENCE_MS; waited += 50) {
      await page.waitForTimeout(50);
      faults = await focusFaults(page);
    }
    const now = await told();
    if (faults.length > 0) {
      throw new Error(`focus on ${now.role} “${now.name}”: ${faults.join('; ')}`);
    }
    return now;
  };

  const hands: Hands = {
    async press(keys) {
      for (const key of keys.split(' ')) await keyboard.press(key);
    },
    type: (text) => keyboard.type(text),
    focused,
    async tabTo(role, name, { back = false, within = LONGEST_WAY } = {}) {
      const way: string[] = [];
      for (let presses = 0; presses <= within; presses += 1) {
        const now = await focused();
        if (now.role === role && fits(name, now.name)) return;
        way.push(`${now.role} “${now.name}”`);
        await keyboard.press(back ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(
        `${role} ${String(name)} is not within ${within} presses of Tab:\n${way.join('\n')}`,
      );
    },
    async enter(role, name, options) {
      await hands.tabTo(role, name, options);
      await keyboard.press('Enter');
    },
    async command(name) {
      await keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
      await keyboard.type(`>${name}`);
      await keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Command palette' }).waitFor({ state: 'detached' });
    },
    faults: () => page.evaluate(() => window.flHands.used),
  };
  return hands;
}
