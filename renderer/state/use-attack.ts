import { useMemo } from 'react';
import type { AttackData } from '#shared/learning/attack-data.ts';
import { withBuiltIn } from '#shared/learning/attack-data.ts';
import { useRead } from '#renderer/bridge/use-read.ts';

/** ATT&CK as it was carried in, over the built-in table; the built-in table alone until it is read. */
export function useAttack(): AttackData {
  const { data } = useRead('learning.attack', {});
  return useMemo(() => withBuiltIn(data ?? null), [data]);
}
