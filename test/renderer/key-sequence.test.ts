// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderHook, cleanup } from '@testing-library/react';
import { CATALOG } from '#renderer/commands/catalog.ts';
import { isOfSequence, isSequence, sequenceListener } from '#renderer/commands/key-sequence.ts';
import { useCommand } from '#renderer/commands/registry.ts';

let went: string[];
let listener: (event: KeyboardEvent) => void;

beforeEach(() => {
  went = [];
  renderHook(() => {
    useCommand('go.report', () => went.push('report'));
    useCommand('go.activity', () => went.push('activity'));
  });
  document.body.innerHTML = '<div tabindex="0"></div><textarea></textarea><input type="radio">';
  listener = sequenceListener();
  window.addEventListener('keydown', listener, { capture: true });
});

afterEach(() => {
  window.removeEventListener('keydown', listener, { capture: true });
  cleanup();
});

function press(key: string, on = 'div', more: KeyboardEventInit = {}): KeyboardEvent {
  const target = document.querySelector<HTMLElement>(on);
  target?.focus();
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target?.dispatchEvent(event);
  return event;
}

test('two keys, one after the other, go to a screen, and the second is nobody else’s', () => {
  const first = press('g');
  expect(isOfSequence(first)).toBe(true);
  const second = press('r');
  expect(went).toEqual(['report']);
  expect(second.defaultPrevented).toBe(true);
  expect(isOfSequence(press('r'))).toBe(false);
  expect(went).toEqual(['report']);
});

test('a letter typed into text just before begins nothing', () => {
  press('g', 'textarea');
  expect(isOfSequence(press('r', 'div'))).toBe(false);
  expect(went).toEqual([]);
  press('g', 'textarea');
  press('g', 'input');
  press('a', 'input');
  expect(went).toEqual(['activity']);
});

test('a first key pressed twice still begins', () => {
  press('g');
  press('g');
  press('r');
  expect(went).toEqual(['report']);
});

test('with Ctrl, Alt, Meta or Shift a key is of no sequence, and ends one that waits', () => {
  press('g');
  press('z', 'div', { ctrlKey: true });
  press('r');
  press('g', 'div', { ctrlKey: true });
  press('r');
  expect(went).toEqual([]);
});

test('a second key that comes late begins anew', async () => {
  press('g');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  press('r');
  expect(went).toEqual([]);
});

test('every sequence of the catalog is two letters', () => {
  const sequences = CATALOG.flatMap(({ keys }) => keys.filter(isSequence));
  expect(sequences.length).toBeGreaterThan(10);
  for (const keys of sequences) expect(keys).toMatch(/^[a-z] [a-z]$/);
});
