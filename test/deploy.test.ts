/** The image and the ways to run it, as far as they can be looked at without running them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import about from '../package.json' with { type: 'json' };
import { variableNames } from '../src/config.ts';
import { exitCodes } from '../src/exit-codes.ts';
import { childEnvironment } from './child-environment.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** Those of Node and of the C library, which the program does not read itself. */
const runtime = [
  'NODE_ENV',
  'NODE_COMPILE_CACHE',
  'MALLOC_ARENA_MAX',
  'MALLOC_TRIM_THRESHOLD_',
  'MALLOC_MMAP_THRESHOLD_',
];
const known = new Set<string>([...variableNames, ...runtime]);
const unknown = (names: readonly string[]): string[] => names.filter((name) => !known.has(name));

const dockerfile = read('Dockerfile');
/** What the image copies from the project. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
  names.split(' '),
);

describe('the image', () => {
  it('is made from exact versions, those of the project', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(bases).toEqual(bases.map(() => `node:${about.dependencies.node}-slim`));
    expect(dockerfile).toMatch(/npm ci --omit=dev --ignore-scripts/);
  });

  it('holds what is there, and runs as nobody in particular', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(copied.length).toBeGreaterThan(4);
    expect(copied.filter((name) => !existsSync(join(root, name)) || ignored.includes(name))).toEqual([]);
    expect(ignored).toContain('.env');
    expect(dockerfile).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    const variables = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(
      ([, line = '']) => line.match(/\w+(?==)/g) ?? [],
    );
    expect(variables).toContain('HTTP_PORT');
    expect(unknown(variables)).toEqual([]);
    expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
  });

  it('knows whether it is healthy', async () => {
    const [, json = ''] = /^HEALTHCHECK .*\\\n\s*CMD (.*)$/m.exec(dockerfile) ?? [];
    const [, ...args] = z.array(z.string()).parse(JSON.parse(json));
    const check = async (port: string): Promise<unknown> => {
      const child = spawn(process.execPath, args, { env: { ...childEnvironment(), HTTP_PORT: port } });
      const [code] = await once(child, 'exit');
      return code;
    };
    let status = 200;
    const server = createServer((_, response) => response.writeHead(status).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await check(port)).toBe(0);
    status = 503;
    expect(await check(port)).toBe(1);
    server.close();
    await once(server, 'close');
    expect(await check(port)).toBe(1);
    expect(await check('')).toBe(0);
  });

  it('needs no package that is left out of it', () => {
    const imported = ['src', 'sandbox'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
        .flatMap((name) => [
          ...read(join(folder, name)).matchAll(/^(?:import|export)\b(?! type)[^;]*?from '([^.'][^']*)'/gms),
        ]),
    );
    const packages = imported.map(([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '');
    expect(packages).toContain('discord.js');
    const installed: Readonly<Record<string, string>> = about.dependencies;
    expect(packages.filter((name) => !name.startsWith('node:') && !(name in installed))).toEqual([]);
  });

  it('starts from what is copied alone, and writes nothing there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-image-'));
    const app = join(folder, 'app');
    for (const name of ['package.json', 'src', 'sandbox'])
      cpSync(join(root, name), join(app, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'));
    // Not what the link leads to.
    const list = () => [
      ...readdirSync(app),
      ...['src', 'sandbox'].flatMap((name) =>
        readdirSync(join(app, name), { recursive: true, encoding: 'utf8' }),
      ),
    ];
    const before = list();
    try {
      const child = spawn(process.execPath, ['src/main.ts'], { cwd: app, env: childEnvironment() });
      child.stdin.end();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      expect(await text(child.stdout)).toMatch(/^Sandbox: [\s\S]*\[1\]/);
      expect(await ended).toBe(exitCodes.ok);
      expect(list()).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const service = z.looseObject({
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()),
  ports: z.undefined().optional(),
  profiles: z.array(z.string()).optional(),
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
});

describe('compose.yaml', () => {
  const { services } = z
    .object({ services: z.record(z.string(), service) })
    .parse(parse(read('compose.yaml')));

  it('runs the bot with next to no rights, and the others where they are asked for', () => {
    expect(services.footnote).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      init: true,
      env_file: '.env',
    });
    const others = Object.entries(services).filter(([name]) => name !== 'footnote');
    expect(others.map(([, { profiles }]) => profiles)).toEqual([['postgres'], ['local-model']]);
    for (const { security_opt } of Object.values(services))
      expect(security_opt).toEqual(['no-new-privileges:true']);
    for (const [, { image }] of others) expect(image).toMatch(/:\d+\.\d+/);
  });

  it('names variables that there are', () => {
    expect(unknown(Object.keys(services.footnote?.environment ?? {}))).toEqual([]);
    // The file that is copied from the example has it, and empty.
    expect(services.footnote?.environment.HTTP_PORT).toMatch(/^\$\{HTTP_PORT:-\d+\}$/);
  });
});

describe('the systemd unit', () => {
  const unit = read('deploy/footnote.service');
  const valuesOf = (key: string) =>
    [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  it('starts again but after what a start cannot mend', () => {
    const { badInput, wrongToken, disallowedIntents, databaseRefused, notWritten } = exitCodes;
    const hopeless = [badInput, wrongToken, disallowedIntents, databaseRefused, notWritten];
    expect(valuesOf('RestartPreventExitStatus')).toEqual([hopeless.join(' ')]);
    expect(valuesOf('Restart')).toEqual(['on-failure']);
  });

  it('gives it no rights but to its own folder', () => {
    const rights = [
      'DynamicUser',
      'NoNewPrivileges',
      'ProtectSystem',
      'ProtectHome',
      'PrivateTmp',
      'CapabilityBoundingSet',
    ];
    expect(rights.map((key) => valuesOf(key).join())).toEqual(['yes', 'yes', 'strict', 'yes', 'yes', '']);
    expect(valuesOf('WorkingDirectory')).toEqual([`%S/${valuesOf('StateDirectory')[0]}`]);
    expect(unknown(valuesOf('Environment').map((line) => line.split('=')[0] ?? ''))).toEqual([]);
  });
});

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const variable = z.object({
  name: z.string(),
  value: z.string().optional(),
  valueFrom: z.unknown().optional(),
});
const container = z.looseObject({
  env: z.array(variable),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  volumeMounts: z.array(z.object({ mountPath: z.string() })),
  ...{ startupProbe: probe, livenessProbe: probe, readinessProbe: probe },
});
const deployment = z.looseObject({
  kind: z.literal('Deployment'),
  spec: z.looseObject({
    replicas: z.number(),
    template: z.looseObject({
      spec: z.looseObject({ terminationGracePeriodSeconds: z.number(), containers: z.array(container) }),
    }),
  }),
});

describe.each(['kubernetes.yaml', 'kubernetes-postgres.yaml'])('%s', (name) => {
  const documents = parseAllDocuments(read(join('deploy', name)));
  const spec = documents.flatMap((document) => deployment.safeParse(document.toJS()).data?.spec ?? [])[0];
  const pod = spec?.template.spec;
  const [bot] = pod?.containers ?? [];
  const variableOf = (variableName: string) => bot?.env.find((one) => one.name === variableName);

  it('is well formed, and names variables that there are', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect(bot?.env.length).toBeGreaterThan(2);
    expect(unknown(bot?.env.map((one) => one.name) ?? [])).toEqual([]);
  });

  it('asks for health and readiness where they are served', () => {
    const asked = [bot?.startupProbe, bot?.livenessProbe, bot?.readinessProbe].map((one) => one?.httpGet);
    expect(asked.map((one) => one?.path)).toEqual(['/healthz', '/healthz', '/readyz']);
    const [port] = bot?.ports ?? [];
    expect(new Set(asked.map((one) => one?.port))).toEqual(new Set([port?.name]));
    expect(variableOf('HTTP_PORT')?.value).toBe(String(port?.containerPort));
    expect(variableOf('HTTP_HOST')?.value).toBe('0.0.0.0');
  });

  it('gives the bot next to no rights, and time to stop', () => {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true },
    });
    expect(bot?.securityContext).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
      capabilities: { drop: ['ALL'] },
    });
    // Where it may write: backups before a migration, on PostgreSQL too, and copies that are read through.
    expect(bot?.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(['/app/data', '/tmp']);
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(12);
  });

  it('has no more processes than shards, and more than one only where they share a database', () => {
    const replicas = spec?.replicas ?? 0;
    const isShared = variableOf('DATABASE_URL')?.valueFrom !== undefined;
    expect(replicas).toBeLessThanOrEqual(Number(variableOf('DISCORD_SHARDS')?.value ?? 1));
    expect(replicas > 1).toBe(isShared);
    if (!isShared) expect(spec).toMatchObject({ strategy: { type: 'Recreate' } });
  });
});
