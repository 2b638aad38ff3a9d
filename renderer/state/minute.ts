import { useEffect, useState } from 'react';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';

const MINUTE_MS = 60_000;

const now = (): Instant => instantFromMs(Date.now());

/** The time now, again at the beginning of each minute. */
export function useMinute(): Instant {
  const [minute, setMinute] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setMinute(now());
          wait();
        },
        MINUTE_MS - (Date.now() % MINUTE_MS),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return minute;
}
