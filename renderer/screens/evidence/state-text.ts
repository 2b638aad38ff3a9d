import type { EvidenceState } from '#shared/model/evidence.ts';

/** What a state means, in a word and in a sentence. */
export function stateText(state: EvidenceState): { readonly word: string; readonly means: string } {
  switch (state) {
    case 'queued':
      return { word: 'Waiting', means: 'It is sealed next.' };
    case 'hashing':
      return { word: 'Sealing', means: 'It is being read once: hashed, and copied if so chosen.' };
    case 'parsing':
      return { word: 'Parsing', means: 'Its events are being read; those already in can be seen.' };
    case 'done':
      return { word: 'Done', means: 'Read to its end.' };
    case 'partial':
      return { word: 'Partial', means: 'Stopped before its end; what was whole is kept.' };
    case 'unparsed':
      return {
        word: 'Sealed only',
        means: 'No parser knows this format; the bytes are kept and hashed.',
      };
    case 'container':
      return { word: 'Opened', means: 'Its members are evidence of their own, below it.' };
    case 'empty':
      return { word: 'Empty', means: 'It holds no bytes.' };
    case 'failed':
      return { word: 'Failed', means: 'Sealed, but its parser could not go on.' };
    case 'refused':
      return { word: 'Refused', means: 'It was not sealed.' };
    case 'duplicate':
      return {
        word: 'Duplicate',
        means: 'The same content is already in the case; it was not parsed twice.',
      };
  }
}

/** How loudly a state asks for a look. */
export function stateTone(state: EvidenceState): 'quiet' | 'warning' | 'critical' {
  switch (state) {
    case 'failed':
    case 'refused':
      return 'critical';
    case 'partial':
    case 'unparsed':
      return 'warning';
    case 'queued':
    case 'hashing':
    case 'parsing':
    case 'done':
    case 'container':
    case 'empty':
    case 'duplicate':
      return 'quiet';
  }
}
