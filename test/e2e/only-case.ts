import { expect } from 'vitest';
import type { Fireline } from './harness.ts';

/** Opens the one case there is, unless the app has come back to it by itself, and waits until its work is read. */
export async function openOnlyCase({ page }: Fireline): Promise<void> {
  const screens = page.getByRole('navigation', { name: 'Screens' });
  const inCase = screens.getByRole('button', { name: 'Evidence', exact: true });
  const row = page.locator('.fl-case').first();
  await expect.poll(async () => (await inCase.isEnabled()) || (await row.isVisible())).toBe(true);
  if (!(await inCase.isEnabled())) {
    try {
      await row.click({ timeout: 10_000 });
    } catch (error) {
      // The app came back to the case by itself meanwhile, and the row was gone.
      if (!(await inCase.isEnabled())) throw error;
    }
  }
  await page.getByText('Saved', { exact: true }).waitFor();
}
