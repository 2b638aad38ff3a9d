import { expect, it } from 'vitest';
import { shortened } from '#shared/model/shortened.ts';

it('leaves what fits as it is, says where something was cut, and halves no letter', () => {
  expect(shortened('four', 4)).toBe('four');
  expect(shortened('fiver', 4)).toBe('fiv…');
  expect(shortened('at a space', 6)).toBe('at a…');
  expect(shortened('ab😀cd', 4)).toBe('ab…');
});
