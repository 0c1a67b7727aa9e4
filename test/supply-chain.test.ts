/** What is installed: exact versions with their hashes, known licences, few packages, and no scripts but those that are named. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import about from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const versions = z.record(z.string(), z.string()).default({});
const lockedPackage = z.looseObject({
  version: z.string(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().default(false),
  dev: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: versions,
  optionalDependencies: versions,
});
const { '': project, ...locked } = z
  .looseObject({ packages: z.record(z.string(), lockedPackage) })
  .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages;
const packages = Object.entries(locked).map(([path, one]) => ({
  ...one,
  path,
  name: path.replace(/^.*node_modules\//, ''),
}));
/** Those for other systems are counted too, though they are not installed here. */
const production = packages.filter(({ dev, devOptional }) => !dev && !devOptional);
const direct = { ...about.dependencies, ...about.devDependencies };

const licences = [
  ...['MIT', 'Apache-2.0', 'MIT AND Apache-2.0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'],
  // Of lru-cache; as free as MIT.
  'BlueOak-1.0.0',
  // Of the fonts that pictures are drawn with.
  'OFL-1.1',
];
/** Of what stays with those who work on this. */
const developmentLicences = [...licences, 'MIT OR Apache-2.0', 'MPL-2.0', 'MPL-1.1', 'PSF-2.0', 'CC-BY-4.0'];

/** As the package itself says where it is installed, else as the lock file does. */
function licenceOf({ path, license }: (typeof packages)[number]): string {
  const file = join(root, path, 'package.json');
  const installed = existsSync(file)
    ? z.looseObject({ license: z.string().optional() }).parse(JSON.parse(readFileSync(file, 'utf8')))
    : {};
  return installed.license ?? license ?? 'none';
}

const licencesOutside = (some: typeof packages, allowed: readonly string[]): string[] =>
  some.filter((one) => !allowed.includes(licenceOf(one))).map((one) => `${one.name}: ${licenceOf(one)}`);

describe('what is asked for', () => {
  it('has exact versions, of packages of the registry', () => {
    expect(
      Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([]);
    const elsewhere = packages.flatMap(({ name, dependencies, optionalDependencies }) =>
      Object.entries({ ...dependencies, ...optionalDependencies })
        .filter(([, version]) => /[:/]/.test(version.replace(/^npm:/, '').replace(/^@[\w-]+\//, '')))
        .map(([of, version]) => `${name} → ${of}: ${version}`),
    );
    expect(elsewhere).toEqual([]);
  });

  it('is what the lock file holds', () => {
    expect(project).toMatchObject({
      dependencies: about.dependencies,
      devDependencies: about.devDependencies,
    });
    const others = Object.entries(direct).filter(
      ([name, version]) => locked[`node_modules/${name}`]?.version !== version,
    );
    expect(others).toEqual([]);
  });
});

describe('what is installed', () => {
  it('has its hash, each of them', () => {
    expect(packages.filter(({ integrity = '', link }) => link || !integrity.startsWith('sha512-'))).toEqual(
      [],
    );
  });

  it('are at most a hundred packages where the bot runs', () => {
    expect(production.length).toBeGreaterThan(
      about.dependencies ? Object.keys(about.dependencies).length : 0,
    );
    expect(production.length).toBeLessThanOrEqual(100);
  });

  it('has a licence that is allowed by name', () => {
    expect(licencesOutside(production, licences)).toEqual([]);
    expect(licencesOutside(packages, developmentLicences)).toEqual([]);
  });

  it('runs no script but that of the one package that is allowed to', () => {
    const allowed: Readonly<Record<string, boolean>> = about.allowScripts;
    const withScripts = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(withScripts.filter((name) => !(name in allowed))).toEqual([]);
    expect(Object.keys(allowed).filter((name) => allowed[name])).toEqual(['node']);
  });
});
