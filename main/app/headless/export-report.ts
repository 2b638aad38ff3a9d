import { PageError, type PageDriver } from './page-driver.ts';

const LONG_MS = 5 * 60_000;

/** Exports the report of the case that is open as PDF, through the screen and its dialogs. */
export async function exportReport(driver: PageDriver): Promise<void> {
  await driver.click({ role: 'button', name: 'Report' });
  await driver.rest();
  if ((await driver.find({ role: 'heading', name: 'No report yet' })) !== undefined) {
    await driver.click({ role: 'button', name: /^Create the report/ });
    await driver.click({ role: 'button', name: 'Create report' });
    await driver.rest();
  }
  await driver.click({ role: 'button', name: /^Export/ });
  await driver.click({ role: 'button', name: 'Choose where…' });
  await driver.until('end of the export', LONG_MS, async () => {
    const nodes = await driver.tree();
    if (nodes.some(({ role, name }) => role === 'dialog' && name === 'The report is exported'))
      return true;
    const alert = nodes.find(({ role }) => role === 'alert');
    if (alert !== undefined) throw new PageError(`the export says: ${alert.name}`);
    return undefined;
  });
}
