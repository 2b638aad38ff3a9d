import type { FileHandle } from 'node:fs/promises';

/** Whether everything from `start` to the end of the file is zero, as where a container lay on a tape or a block. */
export async function isPadding(file: FileHandle, start: number): Promise<boolean> {
  const block = Buffer.alloc(65_536);
  for (let at = start; ;) {
    const { bytesRead } = await file.read(block, 0, block.length, at);
    if (bytesRead === 0) return true;
    if (block.subarray(0, bytesRead).some((byte) => byte !== 0)) return false;
    at += bytesRead;
  }
}
