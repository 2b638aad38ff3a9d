import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fireline } from '../e2e/harness.ts';
import { launchFireline } from '../e2e/harness.ts';

let fireline: Fireline;
beforeAll(async () => {
  fireline = await launchFireline();
});
afterAll(() => fireline.close());

describe('content security policy', () => {
  it('comes with the page and allows no inline script', async () => {
    const header = await fireline.page.evaluate(async () => {
      const answer = await fetch('/index.html');
      return answer.headers.get('content-security-policy');
    });
    expect(header).toContain("default-src 'none'");
    expect(header).toContain("script-src 'self';");
  });

  it('keeps script that evidence brings from running', async () => {
    const ran = await fireline.page.evaluate(async () => {
      const marks = globalThis as { ran?: string[] };
      marks.ran = [];
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran.push("inline")';
      const data = document.createElement('script');
      data.src = 'data:text/javascript,globalThis.ran.push("data")';
      const blob = document.createElement('script');
      blob.src = URL.createObjectURL(
        new Blob(['globalThis.ran.push("blob")'], { type: 'text/javascript' }),
      );
      document.head.append(script, data, blob);
      const box = document.createElement('div');
      box.innerHTML =
        '<img src="x:" onerror="globalThis.ran.push(\'handler\')"><svg onload="globalThis.ran.push(\'svg\')"></svg>' +
        '<a href="javascript:globalThis.ran.push(\'link\')">x</a>';
      document.body.append(box);
      box.querySelector('a')?.click();
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.ran.push("frame")</script><p>text</p>';
      document.body.append(frame);
      // The debugger may eval in its own first step, the page may not in any of its own.
      await new Promise((resolve) => setTimeout(resolve, 500));
      try {
        // oxlint-disable-next-line no-eval -- the policy must refuse it
        globalThis.eval('globalThis.ran.push("eval")');
      } catch {
        marks.ran.push('eval refused');
      }
      const text = frame.contentDocument?.body.textContent ?? '';
      box.remove();
      frame.remove();
      return { ran: marks.ran, frame: text };
    });
    expect(ran.ran).toEqual(['eval refused']);
    // The frame itself was drawn: print previews are such frames.
    expect(ran.frame).toContain('text');
  });
});

describe('the page’s sandbox', () => {
  it('holds no Node and nothing of Electron but the bridge', async () => {
    const found = await fireline.page.evaluate(() => {
      const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'];
      return names.filter((name) => name in globalThis);
    });
    expect(found).toEqual([]);
    const bridge = await fireline.page.evaluate(() =>
      Object.keys((globalThis as unknown as { fireline: object }).fireline).sort(),
    );
    expect(bridge).toEqual(['call', 'connectEngine', 'on', 'pathOf']);
  });

  it('is what Electron was asked for', async () => {
    const effective = await fireline.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(effective).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('cannot be changed from the page', async () => {
    const outcome = await fireline.page.evaluate(() => {
      const { fireline: bridge } = globalThis as unknown as { fireline: Record<string, unknown> };
      try {
        bridge['call'] = () => 'mine';
      } catch {
        return 'refused';
      }
      return String(bridge['call']).includes('mine') ? 'changed' : 'kept';
    });
    expect(['refused', 'kept']).toContain(outcome);
  });

  it('refuses calls that are not in the contract, or not of its shape', async () => {
    const answers = await fireline.page.evaluate(async () => {
      const { fireline: bridge } = globalThis as unknown as {
        fireline: { call(method: string, params: unknown): Promise<unknown> };
      };
      const tried = (method: string, params: unknown): Promise<string> =>
        bridge.call(method, params).then(
          () => 'answered',
          (error: unknown) => String(error),
        );
      return [
        await tried('app.quit', {}),
        await tried('constructor', {}),
        await tried('shell.showInFolder', { path: 7 }),
        await tried('print.pdf', { html: 'x' }),
        await tried('window.setTitle', { title: 'x', more: true }),
      ];
    });
    expect(answers).toEqual([
      expect.stringContaining('no such call'),
      expect.stringContaining('no such call'),
      expect.stringContaining('path'),
      expect.stringContaining('header'),
      expect.stringContaining('more'),
    ]);
  });
});

describe('permissions', () => {
  it('are denied, each of them', async () => {
    const states = await fireline.page.evaluate(async () => {
      const why = (error: unknown): string => (error instanceof Error ? error.name : String(error));
      const queried: Record<string, string> = {};
      for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi']) {
        const status = await navigator.permissions.query({ name: name as PermissionName });
        queried[name] = status.state;
      }
      return {
        ...queried,
        notification: await Notification.requestPermission(),
        media: await navigator.mediaDevices
          .getUserMedia({ audio: true, video: true })
          .then(() => 'granted', why),
        screen: await navigator.mediaDevices
          .getDisplayMedia({ video: true })
          .then(() => 'granted', why),
        clipboard: await navigator.clipboard.readText().then(() => 'granted', why),
        midi: await navigator.requestMIDIAccess({ sysex: true }).then(() => 'granted', why),
      };
    });
    expect(Object.entries(states).filter(([, state]) => /granted|prompt/.test(state))).toEqual([]);
  });
});

describe('the window', () => {
  it('stays on the page, whatever asks it to leave', async () => {
    const before = fireline.page.url();
    await fireline.page.evaluate(async () => {
      const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
      location.href = 'https://example.com/';
      await pause();
      location.assign('file:///etc/passwd');
      await pause();
      location.href = 'app://print/0';
      await pause();
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      document.body.append(form);
      form.submit();
      await pause();
      const link = document.createElement('a');
      link.href = 'data:text/html,away';
      document.body.append(link);
      link.click();
      await pause();
      form.remove();
      link.remove();
    });
    expect(fireline.page.url()).toBe(before);
  });

  it('opens no other', async () => {
    const opened = await fireline.page.evaluate(async () => {
      const made = [window.open('https://example.com/'), window.open('about:blank')];
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      link.remove();
      return made.map(String);
    });
    expect(opened).toEqual(['null', 'null']);
    const windows = await fireline.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  });

  it('holds no webview', async () => {
    const attached = await fireline.page.evaluate(async () => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'data:text/html,inside');
      document.body.append(view);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const made = view instanceof HTMLUnknownElement || !('getWebContentsId' in view);
      view.remove();
      return !made;
    });
    expect(attached).toBe(false);
    const contents = await fireline.app.evaluate(
      ({ webContents }) =>
        webContents.getAllWebContents().filter((one) => one.getType() === 'webview').length,
    );
    expect(contents).toBe(0);
  });
});

describe('the app:// scheme', () => {
  it('serves the page’s folder and nothing around it', async () => {
    const statuses = await fireline.page.evaluate(async () => {
      const status = (path: string): Promise<number | string> =>
        fetch(path).then(
          (answer) => answer.status,
          () => 'refused',
        );
      return {
        page: await status('/index.html'),
        up: await status('/../main/app.js'),
        encoded: await status('/%2e%2e/%2e%2e/package.json'),
        slash: await status('/..%2f..%2fpackage.json'),
        backslash: await status('/..%5c..%5cpackage.json'),
        null: await status('/index.html%00.js'),
        absolute: await status('//etc/passwd'),
        broken: await status('/%E0%A4%A'),
        folder: await status('/assets/'),
        posted: await fetch('/index.html', { method: 'POST' }).then((answer) => answer.status),
        host: await status('app://elsewhere/index.html'),
        document: await status('app://print/0'),
      };
    });
    expect(statuses).toEqual({
      page: 200,
      up: 404,
      encoded: 404,
      slash: 404,
      backslash: 404,
      null: 404,
      absolute: 'refused',
      broken: 404,
      folder: 404,
      posted: 405,
      host: 'refused',
      document: 'refused',
    });
  });
});
