import { host } from './host.ts';

/** Puts text on the system's clipboard. */
export const copyText = async (text: string): Promise<void> => {
  await host().call('clipboard.writeText', { text });
};
