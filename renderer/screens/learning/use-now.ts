import { useEffect, useState } from 'react';
import { instantFromMs } from '#shared/model/time.ts';
import type { Instant } from '#shared/model/time.ts';

const MINUTE_MS = 60_000;

/** The time by this machine's clock, a minute old at most: for what becomes overdue while it is looked at. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instantFromMs(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(instantFromMs(Date.now())), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
