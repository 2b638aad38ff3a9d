import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { isAlive, processTree } from './process-tree.ts';

/** What the preload put into the page, as these tests use it. */
interface PageBridge {
  call(method: string, params: unknown): Promise<unknown>;
  on(topic: string, listener: (payload: unknown) => void): () => void;
  pathOf(file: File): string;
  connectEngine(): void;
}
type PageGlobals = typeof globalThis & {
  fireline: PageBridge;
  seen: unknown[];
  /** Ports that nothing holds are collected, with the answers they wait for. */
  held?: MessagePort[];
};

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-shell-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Notes what comes on a topic, in `seen` of the page. */
const note = (fireline: Fireline, topic: string): Promise<void> =>
  fireline.page.evaluate((name) => {
    const page = globalThis as PageGlobals;
    page.seen = [];
    page.fireline.on(name, (payload) => page.seen.push(payload));
  }, topic);

const seen = (fireline: Fireline): Promise<unknown[]> =>
  fireline.page.evaluate(() => (globalThis as PageGlobals).seen);

/** Process id of the engine's utility process; undefined while there is none. */
const enginePid = (fireline: Fireline): Promise<number | undefined> =>
  fireline.app.evaluate(
    ({ app }) => app.getAppMetrics().find((one) => one.name === 'fireline-engine')?.pid,
  );

async function killEngine(fireline: Fireline): Promise<number> {
  await expect.poll(() => enginePid(fireline)).toBeDefined();
  const pid = await enginePid(fireline);
  // Process 0 would be this test's own group.
  if (pid === undefined) throw new Error('the engine does not run');
  process.kill(pid, 'SIGKILL');
  return pid;
}

describe('the window and what stands behind it', () => {
  it('tells the page what it runs on', async () => {
    const fireline = await launchFireline();
    const info = await fireline.page.evaluate(() =>
      (globalThis as PageGlobals).fireline.call('window.ready', {}),
    );
    await fireline.close();
    expect(info).toMatchObject({
      platform: process.platform,
      home: fireline.home,
      headless: false,
    });
  });

  it('gives the page the real path of a dropped file', async () => {
    const path = join(scratch, 'auth.log');
    writeFileSync(path, 'one line\n');
    const fireline = await launchFireline();
    await fireline.page.evaluate(() => {
      const page = globalThis as PageGlobals;
      page.seen = [];
      document.addEventListener('dragover', (event) => event.preventDefault(), true);
      document.addEventListener(
        'drop',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          for (const file of event.dataTransfer?.files ?? []) {
            page.seen.push([event.isTrusted, page.fireline.pathOf(file)]);
          }
        },
        true,
      );
    });
    await fireline.dropFiles([path, scratch]);
    const dropped = await seen(fireline);
    await fireline.close();
    expect(dropped).toEqual([
      [true, path],
      [true, scratch],
    ]);
  });

  it('joins page and engine by a port, and again after the engine was killed', async () => {
    const fireline = await launchFireline();
    const ask = (): Promise<unknown> =>
      fireline.page.evaluate(
        () =>
          new Promise((resolve) => {
            addEventListener('message', function joined(event: MessageEvent<unknown>) {
              const [port] = event.ports;
              if (event.data !== 'fireline.engine-port' || port === undefined) return;
              // Asked on every port: the page may have one on its way too, and closes the older.
              ((globalThis as PageGlobals).held ??= []).push(port);
              port.addEventListener('message', (answer: MessageEvent<{ id?: number }>) => {
                if (answer.data.id !== 77) return;
                removeEventListener('message', joined);
                resolve(answer.data);
              });
              port.start();
              port.postMessage({ kind: 'call', id: 77, method: 'analyst.current', params: {} });
            });
            (globalThis as PageGlobals).fireline.connectEngine();
          }),
      );
    expect(await ask()).toMatchObject({ kind: 'return', id: 77 });

    await note(fireline, 'engine');
    const pid = await killEngine(fireline);
    await expect
      .poll(() => seen(fireline))
      .toMatchObject([
        { state: 'restarting', restarts: 1 },
        { state: 'running', restarts: 1 },
      ]);
    expect(await ask()).toMatchObject({ kind: 'return', id: 77 });
    expect(await enginePid(fireline)).not.toBe(pid);
    await fireline.close();
  });

  it('gives up on an engine that only falls, says so, and starts it again when asked', async () => {
    const fireline = await launchFireline();
    await note(fireline, 'engine');
    for (let fall = 1; fall <= 5; fall++) {
      await killEngine(fireline);
      await expect
        .poll(async () => (await seen(fireline)).filter((one) => !isRunning(one)).length)
        .toBe(fall);
    }
    expect((await seen(fireline)).at(-1)).toMatchObject({ state: 'failed' });
    await fireline.page.evaluate(() =>
      (globalThis as PageGlobals).fireline.call('engine.restart', {}),
    );
    await expect
      .poll(async () => (await seen(fireline)).at(-1))
      .toMatchObject({ state: 'running' });
    await fireline.close();
  });

  it('lets the page store what is pending before it closes', async () => {
    const userData = join(scratch, 'user-data');
    const home = join(scratch, 'home');
    const first = await launchFireline({ home, userData });
    await first.page.evaluate(async () => {
      const { fireline } = globalThis as PageGlobals;
      fireline.on('flush', () => localStorage.setItem('test.flushed', 'stored at the last moment'));
      await fireline.call('window.ready', {});
    });
    await first.close();

    const second = await launchFireline({ home, userData });
    const kept = await second.page.evaluate(() => localStorage.getItem('test.flushed'));
    await second.close();
    expect(kept).toBe('stored at the last moment');
  });

  it('closes within moments although the page hangs', async () => {
    const fireline = await launchFireline();
    await fireline.page.evaluate(async () => {
      await (globalThis as PageGlobals).fireline.call('window.ready', {});
      setTimeout(() => {
        for (;;);
      }, 50);
    });
    await fireline.page.waitForTimeout(100);
    const started = Date.now();
    await fireline.close();
    expect(Date.now() - started).toBeGreaterThan(2_500);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('takes the evidence of a second start, which then ends', async () => {
    const path = join(scratch, 'second.log');
    writeFileSync(path, 'one line\n');
    const fireline = await launchFireline();
    await note(fireline, 'open');
    const { executable, args, env } = inject('electron');
    const code = await new Promise((resolve) => {
      spawn(executable, [...args, '--', path], {
        env: { ...process.env, ...env, FIRELINE_USER_DATA: fireline.userData },
        stdio: 'ignore',
      }).once('exit', resolve);
    });
    expect(code).toBe(0);
    await expect.poll(() => seen(fireline)).toEqual([{ paths: [path] }]);
    await fireline.close();
  });

  it('is loaded anew after its page crashed', async () => {
    const fireline = await launchFireline();
    const loaded = fireline.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return new Promise<boolean>((resolve) => {
        contents?.once('did-finish-load', () => resolve(true));
        contents?.forcefullyCrashRenderer();
      });
    });
    expect(await loaded).toBe(true);
    await fireline.close();
  });

  it('leaves no process behind when it is killed', async () => {
    const fireline = await launchFireline();
    const main = fireline.app.process();
    const below = processTree(main.pid ?? -1).slice(1);
    expect(below.length).toBeGreaterThan(2);
    main.kill('SIGKILL');
    await expect.poll(() => below.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  });
});

describe('printing', () => {
  it('gives a tagged PDF with an outline, numbered pages and the given header', async () => {
    const path = join(scratch, 'report.pdf');
    const fireline = await launchFireline();
    const printed = await fireline.page.evaluate(
      (to) =>
        (globalThis as PageGlobals).fireline.call('print.pdf', {
          html:
            '<!doctype html><html lang="en"><head><title>Incident 7</title>' +
            '<style>h1{break-before:page}h1:first-of-type{break-before:auto}</style></head><body>' +
            '<h1>Summary</h1><p>First page.</p><h1>Timeline</h1><p>Second page.</p>' +
            '<script>document.body.textContent = "script ran"</script></body></html>',
          header: '<div style="font-size:9px">TLP:AMBER</div>',
          footer:
            '<div style="font-size:9px"><span class="pageNumber"></span> of <span class="totalPages"></span></div>',
          page: 'A4',
          path: to,
        }),
      path,
    );
    await fireline.close();
    expect(printed).toMatchObject({ ok: true, value: { path } });
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    expect(info).toMatch(/Title: +Incident 7/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Pages: +2/);
    const [first = '', second = ''] = execFileSync('pdftotext', ['-layout', path, '-'], {
      encoding: 'utf8',
    }).split('\f');
    expect(first).toMatch(/TLP:AMBER[\s\S]*Summary[\s\S]*First page\.[\s\S]*1 of 2/);
    expect(second).toMatch(/TLP:AMBER[\s\S]*Timeline[\s\S]*Second page\.[\s\S]*2 of 2/);
    expect(readFileSync(path, 'latin1')).toContain('/Outlines');
  });

  it('says why a file cannot be written, and leaves nothing half written', async () => {
    const path = join(scratch, 'missing', 'report.pdf');
    const fireline = await launchFireline();
    const printed = await fireline.page.evaluate(
      (to) =>
        (globalThis as PageGlobals).fireline.call('print.pdf', {
          html: '<p>text</p>',
          header: '<p></p>',
          footer: '<p></p>',
          page: 'Letter',
          path: to,
        }),
      path,
    );
    await fireline.close();
    expect(printed).toMatchObject({ ok: false, failure: { code: 'io', subject: path } });
    expect(existsSync(path)).toBe(false);
  });

  it('serves the command line, which has neither window nor display', async () => {
    const [job, path] = [join(scratch, 'job.json'), join(scratch, 'job.pdf')];
    writeFileSync(
      job,
      JSON.stringify({
        html: '<h1>From a job</h1>',
        header: '<p></p>',
        footer: '<p></p>',
        page: 'A4',
        path,
      }),
    );
    const { executable, args } = inject('electron');
    execFileSync(executable, [...args, `--print-job=${job}`], {
      env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
      stdio: 'ignore',
    });
    expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).toContain('From a job');
  });
});

const isRunning = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'state' in state && state.state === 'running';
