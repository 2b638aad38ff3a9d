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
  /** The focus comes there by itself: to a list that is gone to, the first field of a dialog, what opened it. */
  at(role: string, name: string | RegExp): Promise<void>;
  /** Presses Tab (or Shift+Tab) until the focus is on something of this role and name. */
  tabTo(role: string, name: string | RegExp, options?: TabOptions): Promise<void>;
  /** Goes there by Tab and presses Enter. */
  enter(role: string, name: string | RegExp, options?: TabOptions): Promise<void>;
  /** Goes by arrows to one of the radio buttons or tabs among which the focus is. */
  pick(name: string | RegExp): Promise<void>;
  /** Goes back to the tabs of the screen, and to one of them. */
  view(name: RegExp): Promise<void>;
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

const PATIENCE_MS = 3_000;
/** A longer way than this is no way. */
const LONGEST_WAY = 40;
const MOST_CHOICES = 12;

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
  const settled = async (fits: (now: Focused) => boolean): Promise<Focused> => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const faults = await focusFaults(page);
      const now = await told();
      if (faults.length === 0 && fits(now)) return now;
      if (Date.now() > end) {
        throw new Error(`the focus is on ${now.role} “${now.name}” ${faults.join('; ')}`);
      }
      await page.waitForTimeout(50);
    }
  };
  const focused = (): Promise<Focused> => settled(({ role }) => role !== 'none');

  const hands: Hands = {
    async press(keys) {
      for (const key of keys.split(' ')) {
        // It goes on from where one is: focus that was lost a frame ago is back by then.
        if (key === 'F6') await focused();
        await keyboard.press(key);
      }
    },
    type: (text) => keyboard.type(text),
    focused,
    async at(role, name) {
      await settled((now) => now.role === role && fits(name, now.name));
    },
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
    async pick(name) {
      const { role } = await focused();
      for (let presses = 0; presses <= MOST_CHOICES; presses += 1) {
        const now = await focused();
        if (now.role === role && fits(name, now.name)) return;
        await keyboard.press('ArrowRight');
      }
      throw new Error(`no ${role} ${String(name)} among those here`);
    },
    async view(name) {
      await hands.tabTo('tab', /./, { back: true });
      await hands.pick(name);
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
