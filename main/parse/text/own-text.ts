/**
 * A copy of a text that shares no memory with where it was cut from. The engine keeps the whole megabyte that a
 * piece was cut from alive as long as the piece: what is kept longer than a batch must be copied first.
 */
export const ownText = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
