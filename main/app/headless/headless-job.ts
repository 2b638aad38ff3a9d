import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeadlessContext } from './context.ts';
import { exportReport } from './export-report.ts';
import { newestOf } from './newest-of.ts';
import { openCase } from './open-case.ts';
import { PageDriver } from './page-driver.ts';
import { reportFolder } from './report-folder.ts';
import { verifyPack } from './verify-pack.ts';
import { searchEvents } from './search-events.ts';
import { visitScreens } from './visit-screens.ts';

/**
 * The main job without a person: opens the sample case (or a new one with the evidence named) in the real window,
 * visits every screen, exports the report as PDF and verifies its proof. Says where everything is.
 * @returns the exit code; the reason of a failure goes to stderr as one line
 */
export async function runHeadlessJob(context: HeadlessContext): Promise<number> {
  const driver = await PageDriver.attach(context.window.webContents);
  let step = 'opening the case';
  try {
    const events = await openCase(driver, context);
    step = 'visiting the screens';
    const screens = await visitScreens(driver, context);
    step = 'searching the events';
    await searchEvents(driver, context);
    step = 'exporting the report';
    const folder = reportFolder(context.home);
    await mkdir(folder, { recursive: true });
    await exportReport(driver);
    await context.screenshot('report-exported');
    const pdf = await newestOf(folder, (name) => name.endsWith('.pdf'));
    const pack = await newestOf(folder, (name) => name.endsWith('.fireline-proof.json'));
    step = 'verifying the proof';
    const caseFolder = await newestOf(context.home, isCase, 'ledger.jsonl');
    const verdict = await verifyPack(context, pack, caseFolder);
    const { size } = await stat(pdf);
    context.say(`case         ${caseFolder} (${events})`);
    context.say(`report       ${pdf} (${Math.ceil(size / 1024)} KiB)`);
    context.say(`proof        ${pack}`);
    context.say(`             ${verdict}`);
    context.say(`screenshots  ${join(context.home, 'screenshots')} (${screens + 2})`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const picture = await context.screenshot('failure');
    const reason = error.message.split('\n')[0] ?? '';
    process.stderr.write(`fireline: ${step} failed: ${reason} (what was shown: ${picture})\n`);
    return 1;
  } finally {
    driver.close();
  }
}

/** The folder `.fireline` beside the cases holds settings. */
const isCase = (name: string): boolean => /.\.fireline$/.test(name);
