import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { putIntoPage } from './work-page/put-into-page.ts';

type Call = Awaited<ReturnType<typeof putIntoPage>>;

let fireline: Fireline;
let call: Call;
const problems: string[] = [];

async function start(from?: Fireline): Promise<void> {
  const again = from === undefined ? {} : { home: from.home, userData: from.userData };
  fireline = await launchFireline(again);
  fireline.page.on('pageerror', (error) => problems.push(error.message));
  call = await putIntoPage(fireline);
}

/** As a power cut, but for the disk's own memory. */
async function killAndStart(): Promise<void> {
  const killed = fireline;
  await killed.kill9();
  await start(killed);
}

const saving = async () => (await call('summary')).saving;
const engineStopped = { code: 'engine-stopped', message: 'The engine stopped.' } as const;

describe('work in the storage of the real page', () => {
  beforeEach(() => start());
  afterEach(async () => {
    await fireline.close();
    expect(problems.splice(0)).toEqual([]);
  });

  it('is there after a kill once it was said to be saved, and can be undone and redone then', async () => {
    await call('open', 'case-a');
    expect(await call('act', 'one')).toBe('saved');
    expect(await call('actAll', ['two', 'three'])).toBe('saved');
    expect(await saving()).toEqual({ state: 'saved' });
    await killAndStart();
    // The engine of this test has lost everything: all there is comes from the page's storage.
    expect(await call('open', 'case-a')).toMatchObject({ views: ['one', 'two', 'three'] });
    await expect.poll(async () => (await call('summary')).inFolder).toBe(3);
    expect(await call('undo')).toBe('saved');
    expect(await call('summary')).toMatchObject({ views: ['one'] });
    await killAndStart();
    expect(await call('open', 'case-a')).toMatchObject({ views: ['one'] });
    expect(await call('redo')).toBe('saved');
    expect((await call('summary')).views).toEqual(['one', 'two', 'three']);
  });

  it('loses nothing acknowledged when it is killed while acting', async () => {
    await call('open', 'case-a');
    let saved = -1;
    fireline.page.on('console', (message) => {
      const found = /^saved (\d+)$/.exec(message.text());
      if (found !== null) saved = Number(found[1]);
    });
    await call('actForever');
    await expect.poll(() => saved, { timeout: 20_000 }).toBeGreaterThan(40);
    await killAndStart();
    const { views } = await call('open', 'case-a');
    expect(views.length).toBeGreaterThan(saved);
    expect(views).toEqual(views.map((_, n) => `view ${n}`));
  });

  it('loses no typing that was shown as kept when it is killed', async () => {
    await call('open', 'case-a');
    let kept = 0;
    fireline.page.on('console', (message) => {
      const found = /^kept (\d+)$/.exec(message.text());
      if (found !== null) kept = Number(found[1]);
    });
    await call('typeForever', 'section r1 s1');
    await expect.poll(() => kept, { timeout: 20_000 }).toBeGreaterThan(30);
    await killAndStart();
    await call('open', 'case-a');
    const draft = await call('draft', 'section r1 s1');
    expect(draft).toMatch(/^x+$/);
    expect(String(draft).length).toBeGreaterThanOrEqual(kept);
    await call('clearDraft', 'section r1 s1');
    await call('flush');
    await killAndStart();
    await call('open', 'case-a');
    expect(await call('draft', 'section r1 s1')).toBeUndefined();
  });

  it('is on screen at once, and waits for an engine that is being started again', async () => {
    await call('open', 'case-a');
    await call('fail', engineStopped);
    const seen = await call('actAndLook', 'one');
    expect(seen).toMatchObject({ views: ['one'], saving: { state: 'saving', ops: 1 } });
    await call('actAndLook', 'two');
    await expect.poll(saving).toEqual({ state: 'not-saved', ops: 2, why: 'The engine stopped.' });
    await call('fail');
    await expect.poll(saving, { timeout: 10_000 }).toEqual({ state: 'saved' });
    expect(await call('summary')).toMatchObject({ inFolder: 2, views: ['one', 'two'] });
  });

  it('is added on the next opening when the engine never came back', async () => {
    await call('open', 'case-a');
    await call('fail', engineStopped);
    await call('actAndLook', 'one');
    await call('flush');
    await killAndStart();
    expect(await call('open', 'case-a')).toMatchObject({ views: ['one'] });
    await expect.poll(async () => (await call('summary')).inFolder).toBe(1);
  });

  it('says why the case folder does not take it, and goes on when it does', async () => {
    await call('open', 'case-a');
    await call('fail', { code: 'disk-full', message: 'The disk is full.' });
    expect(await call('act', 'one')).toBe('disk-full');
    expect(await saving()).toEqual({ state: 'not-saved', ops: 1, why: 'The disk is full.' });
    await call('fail');
    await expect.poll(saving, { timeout: 10_000 }).toEqual({ state: 'saved' });
    expect((await call('summary')).inFolder).toBe(1);
  });

  it('is not held up by one act that is refused', async () => {
    await call('open', 'case-a');
    await call('fail', engineStopped);
    for (const name of ['one', 'bad', 'two']) await call('actAndLook', name);
    await call('refuse', 'bad');
    await call('fail');
    await expect.poll(async () => (await call('summary')).inFolder, { timeout: 10_000 }).toBe(2);
    expect(await saving()).toEqual({ state: 'not-saved', ops: 0, why: 'That is no operation.' });
  });

  it('takes in what others wrote meanwhile', async () => {
    await call('open', 'case-a');
    await call('act', 'mine');
    await call('elsewhere', 'theirs');
    await expect.poll(async () => (await call('summary')).views).toEqual(['mine', 'theirs']);
    await killAndStart();
    expect(await call('open', 'case-a')).toMatchObject({ views: ['mine', 'theirs'] });
  });

  it('of two cases never mixes', async () => {
    await call('open', 'case-a');
    await call('act', 'of a');
    await call('writeDraft', 'note', 'of a');
    await call('close');
    expect(await call('open', 'case-b')).toMatchObject({ views: [], inFolder: 0 });
    expect(await call('draft', 'note')).toBeUndefined();
    await call('act', 'of b');
    await call('close');
    expect(await call('open', 'case-a')).toMatchObject({ views: ['of a'] });
    expect(await call('draft', 'note')).toBe('of a');
  });

  it('is not changed where the case is open for reading only', async () => {
    await call('open', 'case-a', 'Another process has it.');
    expect(await call('act', 'one')).toBe('case-read-only');
    expect(await call('summary')).toMatchObject({ views: [], saving: { state: 'saved' } });
  });

  it('acts as one what is one act, and sends many in few calls', async () => {
    await call('open', 'case-a');
    await call('fail', engineStopped);
    for (let i = 0; i < 30; i++) await call('actAndLook', `view ${i}`);
    await call('fail');
    await expect.poll(saving, { timeout: 10_000 }).toEqual({ state: 'saved' });
    expect((await call('batches')).length).toBeLessThan(5);
  });
});
