import type { AttackData } from '#shared/learning/attack-data.ts';
import { BUILT_IN_ATTACK } from '#shared/learning/attack-data.ts';
import { useRead } from '#renderer/bridge/use-read.ts';

/** ATT&CK as it was carried in; the built-in table until it is read, and where nothing was. */
export const useAttack = (): AttackData => useRead('learning.attack', {}).data ?? BUILT_IN_ATTACK;
