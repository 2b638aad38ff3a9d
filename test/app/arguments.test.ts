import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '#main/app/arguments.ts';

const HERE = resolve('/cases');

describe('what a start was asked to do', () => {
  it('is to open the window when nothing is said', () => {
    expect(readArguments([], HERE)).toEqual({ kind: 'window', paths: [] });
  });

  it('passes over Chromium’s switches and makes paths absolute', () => {
    expect(readArguments(['--inspect=0', '--no-sandbox', 'dc1.evtx'], HERE)).toEqual({
      kind: 'window',
      paths: [resolve(HERE, 'dc1.evtx')],
    });
  });

  it('takes everything after two dashes for paths, even what looks like a switch or a command', () => {
    expect(readArguments(['--', '-odd name', 'verify', '--headless-job'], HERE)).toEqual({
      kind: 'window',
      paths: ['-odd name', 'verify', '--headless-job'].map((name) => resolve(HERE, name)),
    });
  });

  it('knows the headless job', () => {
    expect(readArguments(['--headless-job', '--', 'a.log'], HERE)).toEqual({
      kind: 'headless-job',
      paths: [resolve(HERE, 'a.log')],
    });
  });

  it('knows a print job', () => {
    expect(readArguments(['--no-sandbox', '--print-job=job.json'], HERE)).toEqual({
      kind: 'print',
      job: resolve(HERE, 'job.json'),
    });
  });

  it('knows the commands, and hands on all that follows', () => {
    expect(
      readArguments(['--no-sandbox', 'ingest', 'acme', 'a.log', '--zone', 'UTC'], HERE),
    ).toEqual({ kind: 'command', args: ['ingest', 'acme', 'a.log', '--zone', 'UTC'] });
  });
});
