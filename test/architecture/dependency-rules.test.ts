import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Area } from './dependency-table.ts';
import { AREAS, ENTRIES, HARMLESS, NETWORK, RESERVED } from './dependency-table.ts';
import { filesInCircles } from './import-circles.ts';
import type { Import } from './import-graph.ts';
import { chainTo, importsOf } from './import-graph.ts';
import { codeFiles } from './source-files.ts';

const PROGRAM = /^(shared|main|renderer)\//;
const builtins = new Set(builtinModules.map((name) => name.replace(/^node:/, '')));

const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** The longest area that holds a file. */
function areaOf(path: string): Area | undefined {
  return AREAS.filter(({ area }) => isIn(path, area)).toSorted(
    (a, b) => b.area.length - a.area.length,
  )[0];
}

/** Folder of a screen below renderer/screens. */
const screenOf = (path: string): string | undefined =>
  /^renderer\/screens\/([^/]+)\//.exec(path)?.[1];

/** Why an import may not be, or undefined when it may. */
function objection({ from, to, own, names = [] }: Import): string | undefined {
  const area = areaOf(from);
  if (area === undefined) return 'its folder is in no area of the table';
  if (own) {
    const screen = screenOf(from);
    if (screen !== undefined && screenOf(to) !== undefined && screenOf(to) !== screen) {
      return 'screens never import one another';
    }
    const allowed =
      areaOf(to)?.area === area.area || area.may.some((one) => to === one || isIn(to, one));
    return allowed ? undefined : `${area.area} may import ${area.may.join(', ') || 'only itself'}`;
  }
  const name = to.split('/')[0] ?? to;
  const harmless = names.length > 0 && names.every((one) => HARMLESS.includes(one));
  if (NETWORK.includes(name) && !harmless) return 'nothing reaches the network';
  const built = builtins.has(to) || builtins.has(name);
  if (built && !isIn(from, 'main')) return 'only main/ runs in Node';
  const reserved = RESERVED.find((one) => name === one || name.startsWith(`${one}-`));
  if (reserved !== undefined && !(area.packages ?? []).includes(reserved)) {
    return `${reserved} is not for ${area.area}`;
  }
  return undefined;
}

const files = codeFiles().filter(({ path }) => PROGRAM.test(path));
const imports = files.flatMap(importsOf);

/** One line for each import that may not be: the chain that leads to it, and why not. */
function objections(all: readonly Import[]): string[] {
  return all.flatMap((one) => {
    const why = objection(one);
    if (why === undefined) return [];
    return [`${[...chainTo(one.from, ENTRIES, all), one.to].join('\n    → ')}\n    ${why}`];
  });
}

describe('dependency rules', () => {
  it('see the program', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('hold for every import', () => {
    expect(objections(imports).join('\n\n')).toBe('');
  });

  it('are kept in one direction: no files import one another in a circle', () => {
    expect(filesInCircles(imports)).toEqual([]);
    const edge = (from: string, to: string): Import => ({ from, to, own: true });
    const circle = [edge('a.ts', 'b.ts'), edge('b.ts', 'c.ts'), edge('c.ts', 'b.ts')];
    expect(filesInCircles([...circle, edge('c.ts', 'd.ts')])).toEqual(['b.ts', 'c.ts']);
  });

  it('know every file that is imported', () => {
    const known = new Set(codeFiles().map(({ path }) => path));
    const missing = imports.filter(
      ({ to, own }) => own && /\.(ts|tsx)$/.test(to) && !known.has(to),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['shared/model/time.ts', 'main/store/schema.ts', 'shared/model may import only itself'],
    ['main/store/schema.ts', 'main/evidence/intake.ts', 'main/store may import'],
    ['main/app/app.ts', 'renderer/main.tsx', 'main/app may import'],
    ['renderer/ui/button.tsx', 'renderer/state/case.ts', 'renderer/ui may import'],
    ['renderer/screens/board/a.ts', 'renderer/screens/report/b.ts', 'never import one another'],
    ['elsewhere/a.ts', 'shared/model/ids.ts', 'in no area'],
  ])('object to %s importing %s', (from, to, why) => {
    expect(objection({ from, to, own: true })).toContain(why);
  });

  it.each([
    ['main/engine/engine.ts', 'electron', 'electron is not for main/engine'],
    ['main/engine/engine.ts', '@duckdb/node-api', '@duckdb is not for main/engine'],
    ['main/evidence/a.ts', 'https', 'nothing reaches the network'],
    ['renderer/bridge/a.ts', 'fs', 'only main/ runs in Node'],
    ['shared/model/a.ts', 'fs/promises', 'only main/ runs in Node'],
    ['main/report/a.ts', 'react-dom', 'react is not for main/report'],
  ])('object to %s importing the package %s', (from, to, why) => {
    expect(objection({ from, to, own: false })).toContain(why);
  });

  it('tell the whole chain', () => {
    const edge = (from: string, to: string): Import => ({ from, to, own: true });
    const wrong = [
      edge('main/app/app.ts', 'main/app/window.ts'),
      edge('main/app/window.ts', 'main/app/deep.ts'),
      edge('main/app/deep.ts', 'main/engine/engine.ts'),
    ];
    expect(objections(wrong)).toEqual([
      'main/app/app.ts\n    → main/app/window.ts\n    → main/app/deep.ts\n    → main/engine/engine.ts\n' +
        '    main/app may import shared, main/engine/engine-paths.ts',
    ]);
  });
});
