/** A byte offset as typed, decimal or `0x…`, within a file of `size` bytes. */
export function parseOffset(text: string, size: number): number | undefined {
  const trimmed = text.trim();
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(trimmed)) return undefined;
  const offset = Number(trimmed);
  return Number.isSafeInteger(offset) && offset < size ? offset : undefined;
}
