// What the fluency benchmark measures inside the page, with the page's own clock.

/**
 * @typedef {object} Probe
 * @property {(ready: string) => void} awaitAfterKey from the next key until this selector is there and painted
 * @property {() => Promise<number>} awaited how long that took, ms
 * @property {() => void} begin forgets what was seen
 * @property {() => { readonly keys: readonly number[], readonly tasks: readonly number[], readonly frames: readonly number[] }} seen
 * times in ms from each key to the frame that shows what it did, of tasks that held the page up longer than 50 ms, and
 * between frames
 */

/** Runs in the page, once; nothing of what is around it is there. */
export function installProbe() {
  // Tooling is checked for Node, which knows no page.
  const page = /** @type {any} */ (globalThis);
  const LONGEST_MS = 20_000;
  /** @type {number[]} */
  let keys = [];
  /** @type {number[]} */
  let tasks = [];
  /** @type {number[]} */
  let frames = [];
  /** @type {string | undefined} */
  let ready;
  /** @type {Promise<number> | undefined} */
  let waiting;
  /** @param {(at: number) => void} then after the next frame is painted */
  const painted = (then) =>
    page.requestAnimationFrame(() => {
      const channel = new page.MessageChannel();
      channel.port1.addEventListener('message', () => then(performance.now()));
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  page.addEventListener(
    'keydown',
    (/** @type {{ timeStamp: number }} */ { timeStamp }) => {
      painted((at) => keys.push(at - timeStamp));
      if (ready === undefined) return;
      const selector = ready;
      ready = undefined;
      waiting = new Promise((resolve, reject) => {
        const look = () => {
          if (page.document.querySelector(selector) !== null)
            painted((at) => resolve(at - timeStamp));
          else if (performance.now() - timeStamp > LONGEST_MS)
            reject(new Error(`${selector} was not there ${LONGEST_MS / 1_000} s after the key`));
          else page.requestAnimationFrame(look);
        };
        look();
      });
    },
    { capture: true },
  );
  new page.PerformanceObserver((/** @type {{ getEntries(): { duration: number }[] }} */ list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const frame = (/** @type {number} */ now) => {
    frames.push(now - last);
    last = now;
    page.requestAnimationFrame(frame);
  };
  page.requestAnimationFrame(frame);
  /** @type {Probe} */
  const probe = {
    awaitAfterKey: (selector) => {
      ready = selector;
      waiting = undefined;
    },
    awaited: () => waiting ?? Promise.reject(new Error('no key came')),
    begin: () => {
      keys = [];
      tasks = [];
      frames = [];
    },
    seen: () => ({ keys, tasks, frames }),
  };
  page.fluent = probe;
}
