import type { WebContents } from 'electron';
import type { HostTopic, HostTopics } from '#shared/ipc/bridge.ts';
import { CHANNELS } from '#shared/ipc/bridge.ts';
import type { HeadlessContext } from './context.ts';
import type { PageDriver } from './page-driver.ts';

/** Making the sample case or reading evidence in, on a slow machine. */
const LONG_MS = 15 * 60_000;

const EVENTS = { role: 'StaticText', name: /^[\d,.\u00a0\u202f ]+ events?$/ };
const BUSY = { role: 'button', name: /^\d+ jobs?\b/ };
const ZONE = { role: 'combobox', name: 'Zone of local times' };
const SORTING = { role: 'StaticText', name: 'sorting' };

/** Opens the sample case, or a new one with the evidence that was named; returns how many events it has, as shown. */
export async function openCase(driver: PageDriver, context: HeadlessContext): Promise<string> {
  await driver.wait({ role: 'navigation', name: 'Screens' });
  await driver.rest();
  if (context.paths.length === 0) await openSample(driver);
  else await addEvidence(driver, context);
  const events = await driver.until('events of the case, all in place', LONG_MS, async () => {
    const shown = await driver.find(EVENTS);
    const busy = (await driver.find(BUSY)) ?? (await driver.find(SORTING));
    return busy === undefined && shown !== undefined && /[1-9]/.test(shown.name)
      ? shown.name
      : undefined;
  });
  await driver.rest();
  return events;
}

async function openSample(driver: PageDriver): Promise<void> {
  await driver.click({ role: 'button', name: 'Cases' });
  await sayWhoWeAre(driver);
  await driver.click({ role: 'button', name: 'Open the sample case' });
  await driver.until('end of its preparation', LONG_MS, async () => {
    const preparing = await driver.find({ role: 'progressbar', name: 'Preparing the case' });
    return preparing === undefined ? true : undefined;
  });
}

/** The very first screen asks for a name and goes no further without one. */
async function sayWhoWeAre(driver: PageDriver): Promise<void> {
  const field = await driver.find({ role: 'textbox', name: 'Your name' });
  if (field !== undefined && field.value.trim() === '')
    await driver.enter({ role: 'textbox', name: 'Your name' }, 'Analyst');
}

async function addEvidence(driver: PageDriver, context: HeadlessContext): Promise<void> {
  const { webContents } = context.window;
  // A case that was open when the last run ended is open again, and is none of this run's business.
  tell(webContents, 'command', { id: 'case.close' });
  await driver.rest();
  await sayWhoWeAre(driver);
  tell(webContents, 'open', { paths: context.paths });
  const fill = (name: string, text: string): Promise<void> =>
    driver.enter({ role: 'textbox', name }, text);
  const now = new Date().toISOString().slice(0, 16).replace('T', ' ');
  await fill('New case', `Evidence of ${now} UTC`);
  await fill('Where do they come from?', 'Named on the command line');
  await fill('Why are they added?', 'Run without a display');
  if ((await driver.find(ZONE)) !== undefined) {
    context.say('note         times without a zone are read as UTC, and marked as assumed');
    await driver.enter(ZONE, 'UTC');
    await driver.click({ role: 'option', name: 'UTC' });
  }
  await driver.click({ role: 'button', name: 'Seal and parse' });
}

/** What the menu and the command line tell the page, in the same way. */
const tell = <T extends HostTopic>(contents: WebContents, topic: T, payload: HostTopics[T]): void =>
  contents.send(CHANNELS.topic, topic, payload);
