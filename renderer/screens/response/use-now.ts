import { useEffect, useState } from 'react';
import { instantFromMs } from '#shared/model/time.ts';
import type { Instant } from '#shared/model/time.ts';

const EVERY_MS = 20_000;

/** The time of this machine, moved on often enough to say what is overdue. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instantFromMs(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(instantFromMs(Date.now())), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
