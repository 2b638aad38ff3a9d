// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { instantToMs } from '#shared/model/time.ts';
import { useMinute } from '#renderer/state/minute.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-05-13T08:20:40Z') }));
afterEach(() => vi.useRealTimers());

it('tells the time when asked, and again as each minute begins', () => {
  const { result, unmount } = renderHook(() => useMinute());
  const seen = (): string => new Date(instantToMs(result.current)).toISOString().slice(11, 19);
  const pass = (ms: number): void =>
    act(() => {
      vi.advanceTimersByTime(ms);
    });
  expect(seen()).toBe('08:20:40');
  pass(19_999);
  expect(seen()).toBe('08:20:40');
  pass(1);
  expect(seen()).toBe('08:21:00');
  pass(120_000);
  expect(seen()).toBe('08:23:00');
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
