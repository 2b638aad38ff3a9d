import type { HeadlessContext } from './context.ts';
import type { PageDriver } from './page-driver.ts';

/** Asks for what failed, and opens the first event that is found. */
export async function searchEvents(driver: PageDriver, context: HeadlessContext): Promise<void> {
  await driver.click({ role: 'button', name: 'Explore' });
  await driver.rest();
  await driver.key('/');
  await driver.write('outcome:failure');
  await driver.key('Enter');
  await driver.rest();
  const cell = await driver.find({ role: 'gridcell', name: /\S/ });
  if (cell !== undefined) {
    await driver.press(cell);
    await driver.key('Enter');
    await driver.rest();
  }
  await context.screenshot('explore-search');
}
