import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { enginePaths } from '#main/engine/engine-paths.ts';

it('are in the home folder unless told, and beside the cases', () => {
  const home = join(homedir(), 'Fireline');
  expect(enginePaths({})).toEqual({ home, userData: join(home, '.fireline') });
  expect(enginePaths({ FIRELINE_HOME: '', FIRELINE_USER_DATA: '' })).toEqual(enginePaths({}));
  expect(enginePaths({ FIRELINE_HOME: 'cases' })).toEqual({
    home: resolve('cases'),
    userData: resolve('cases/.fireline'),
  });
  expect(enginePaths({ FIRELINE_USER_DATA: '/stick/own' }).userData).toBe('/stick/own');
});
