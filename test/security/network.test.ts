import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fireline } from '../e2e/harness.ts';
import { launchFireline } from '../e2e/harness.ts';
import type { Listener } from './listener.ts';
import { listen } from './listener.ts';

/** Every way a page has to reach out; each gives what became of it. Runs in the page. */
async function reachOut(port: number): Promise<Record<string, string>> {
  const here = `127.0.0.1:${port}`;
  const element = (tag: 'img' | 'script' | 'link' | 'video', url: string): Promise<string> =>
    new Promise((resolve) => {
      const made = document.createElement(tag);
      if (made instanceof HTMLLinkElement) made.rel = 'stylesheet';
      made.addEventListener('load', () => resolve('loaded'));
      made.addEventListener('error', () => resolve('error'));
      made.setAttribute(tag === 'link' ? 'href' : 'src', url);
      document.body.append(made);
    });
  const fetched = (url: string): Promise<string> =>
    fetch(url, { mode: 'no-cors' }).then(
      () => 'answered',
      () => 'refused',
    );
  const socket = (): Promise<string> =>
    new Promise((resolve) => {
      const made = new WebSocket(`ws://${here}/socket`);
      made.addEventListener('open', () => resolve('open'));
      made.addEventListener('error', () => resolve('error'));
    });
  const events = (): Promise<string> =>
    new Promise((resolve) => {
      const made = new EventSource(`http://${here}/events`);
      made.addEventListener('open', () => resolve('open'));
      made.addEventListener('error', () => resolve('error'));
    });
  const peer = async (): Promise<string> => {
    const made = new RTCPeerConnection({ iceServers: [{ urls: `stun:${here}` }] });
    const found: string[] = [];
    made.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) found.push(candidate.candidate);
    });
    made.createDataChannel('x');
    await made.setLocalDescription(await made.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    made.close();
    return found.length === 0 ? 'no way out' : found.join(' ');
  };
  return {
    'fetch an address': await fetched(`http://${here}/fetch`),
    'fetch localhost': await fetched(`http://localhost:${port}/fetch`),
    'fetch a name': await fetched('https://example.com/'),
    'fetch a file': await fetched('file:///etc/hostname'),
    image: await element('img', `http://${here}/image`),
    script: await element('script', `http://${here}/script`),
    style: await element('link', `http://${here}/style`),
    video: await element('video', `http://${here}/video`),
    'web socket': await socket(),
    'event source': await events(),
    beacon: String(navigator.sendBeacon(`http://${here}/beacon`)),
    'peer connection': await peer(),
  };
}

const REFUSED = {
  'fetch an address': 'refused',
  'fetch localhost': 'refused',
  'fetch a name': 'refused',
  'fetch a file': 'refused',
  image: 'error',
  script: 'error',
  style: 'error',
  video: 'error',
  'web socket': 'error',
  'event source': 'error',
  'peer connection': 'no way out',
};

describe('the network', () => {
  let fireline: Fireline;
  let listener: Listener;

  beforeAll(async () => {
    listener = await listen();
    fireline = await launchFireline();
  });
  afterAll(async () => {
    await fireline.close();
    await listener.close();
  });

  it('is heard by the listener when nothing stands in between', async () => {
    const control = await listen();
    await fetch(`http://127.0.0.1:${control.port}/control`);
    await control.close();
    expect(control.heard).toContain('GET /control');
  });

  it('is out of the page’s reach, whatever it tries', async () => {
    expect(await fireline.page.evaluate(reachOut, listener.port)).toMatchObject(REFUSED);
    expect(listener.heard).toEqual([]);
  });

  it('is out of reach of a document that has no content policy', async () => {
    const outcome = await fireline.app.evaluate(
      async ({ BrowserWindow }, [source, port]) => {
        const window = new BrowserWindow({ show: false });
        await window.loadURL('data:text/html,<body></body>');
        const result: unknown = await window.webContents.executeJavaScript(`(${source})(${port})`);
        window.destroy();
        return result;
      },
      [String(reachOut), listener.port] as const,
    );
    expect(outcome).toMatchObject(REFUSED);
    expect(listener.heard).toEqual([]);
  });

  it('is out of reach of Electron’s own client, in every session', async () => {
    const outcome = await fireline.app.evaluate(async ({ net, session }, port) => {
      const url = `http://127.0.0.1:${port}/`;
      const why = (error: unknown): string => String(error);
      return [
        await net.fetch(url).then(() => 'answered', why),
        await session
          .fromPartition('another')
          .fetch(url)
          .then(() => 'answered', why),
      ];
    }, listener.port);
    expect(outcome).toEqual([
      expect.stringContaining('ERR_BLOCKED_BY_CLIENT'),
      expect.stringContaining('ERR_BLOCKED_BY_CLIENT'),
    ]);
    expect(listener.heard).toEqual([]);
  });

  it('has no names, even behind the request filter', async () => {
    const second = await launchFireline();
    const outcome = await second.app.evaluate(async ({ session }, port) => {
      const open = session.fromPartition('unfiltered');
      open.webRequest.onBeforeRequest(null);
      const why = (error: unknown): string => String(error);
      return [
        await open.fetch('http://example.com/').then(() => 'answered', why),
        await open.fetch(`http://localhost:${port}/`).then(() => 'answered', why),
        await open.fetch(`http://127.0.0.1:${port}/`).then(() => 'answered', why),
      ];
    }, listener.port);
    await second.close();
    expect(outcome).toEqual([
      expect.stringContaining('ERR_'),
      expect.stringContaining('ERR_'),
      expect.stringContaining('ERR_'),
    ]);
    expect(listener.heard).toEqual([]);
    // The log that the other tests rely on does see such attempts.
    expect(second.networkAttempts()).toContain('URL_REQUEST_START_JOB: http://example.com/');
  });

  it('is not even tried by an app that is started and closed', async () => {
    const quiet = await launchFireline();
    await quiet.page.waitForTimeout(1_500);
    await quiet.close();
    expect(quiet.networkAttempts()).toEqual([]);
  });
});
