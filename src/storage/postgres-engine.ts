/** A database of PostgreSQL: a pool of connections, in a schema of our own. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { UpstreamError, UserError } from '../errors.ts';
import { postgresTypes } from './column-types.ts';
import type { Connection, Engine } from './engine.ts';
import { migrate, migrations } from './migrate.ts';
import { channel, listenOnPostgres } from './postgres-listener.ts';
import type { Tables } from './tables.ts';
import { withoutNul } from './without-nul.ts';

/** Where our tables stand, beside whatever else the database has. */
const schema = 'footnote';
/** In milliseconds, the wait for a connection that is free in it: responses to Discord do not wait for the database. */
const connectTimeout = 5_000;
const poolSize = 16;
/** A number that no other program is likely to lock: “Fnte”. */
const lockSpace = 0x46_6e_74_65;

/**
 * `queryTimeout`: the longest that one query may take, in milliseconds. `beforeMigration` is done, while no other process
 * migrates, before any step is taken.
 */
export function createPostgresEngine(
  url: string,
  queryTimeout: number,
  beforeMigration: (connection: Connection) => Promise<void> = async () => undefined,
): Engine {
  return {
    async open() {
      const connection = connectPostgres(url, queryTimeout);
      try {
        await preparePostgres(connection, new URL(url).host, { beforeMigration });
      } catch (error) {
        await connection.destroy();
        throw refusalOf(error, url) ?? error;
      }
      return { connection, close: () => connection.destroy() };
    },
    translateError: translatePostgresError,
    pausesAfter: new Set(['unreachable', 'timeout', 'refused', 'read-only']),
    // Connections that hang, or lead to a server that another has taken over from, are given up; any other the pool
    // replaces by itself.
    reopensAfter: new Set(['timeout', 'refused', 'read-only']),
    async takeTurn(transaction, scope) {
      await sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${scope}))`.execute(transaction);
    },
    async now(transaction) {
      const { rows } = await sql<{ time: number }>`
        select (extract(epoch from clock_timestamp()) * 1000)::bigint as time`.execute(transaction);
      return rows[0]?.time ?? Date.now();
    },
    async announce(transaction, message) {
      await sql`select pg_notify(${channel}, ${message})`.execute(transaction);
    },
    listen: (listener) => listenOnPostgres(url, listener),
    // What is deleted stays in the server's files until it vacuums, and in its log; docs/privacy.md says so.
    scrub: async () => undefined,
  };
}

/** A pool whose connections are made when they are needed, on whatever schema there is. */
export function connectPostgres(url: string, queryTimeout: number): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'footnote',
    options: `-c search_path=${schema}`,
    max: poolSize,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: queryTimeout,
    statement_timeout: queryTimeout,
    idle_in_transaction_session_timeout: queryTimeout,
    keepAlive: true,
    types: { getTypeParser },
  });
  // A connection that breaks is replaced with the next use; whoever uses it is told by their query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [withoutNul()] });
}

/** Two processes at once: the second waits until the first has migrated. */
export async function preparePostgres(
  pool: Connection,
  host: string,
  {
    steps = migrations,
    beforeMigration,
  }: {
    readonly steps?: typeof migrations;
    readonly beforeMigration?: (connection: Connection) => Promise<void>;
  } = {},
): Promise<void> {
  await pool.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lockSpace})`.execute(connection);
    try {
      await sql`create schema if not exists ${sql.id(schema)}`.execute(connection);
      await beforeMigration?.(connection);
      await migrate(connection, postgresTypes, `The database at ${host}`, steps);
    } finally {
      await sql`select pg_advisory_unlock(${lockSpace})`.execute(connection);
    }
  });
}

/** Whole numbers of eight bytes come as text; ours are never beyond 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (id, format) =>
  id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format);

/** What a person has to put right: user and password, encryption, the database's name, or a right. */
export function refusalOf(error: unknown, url: string): UserError | null {
  if (!(error instanceof Error) || reasonOf(error) !== 'refused') return null;
  const { host, pathname } = new URL(url);
  const why = error instanceof pg.DatabaseError ? error.code : error.message;
  return new UserError(
    'database-refused',
    `PostgreSQL at ${host} does not let us into the database ${pathname.slice(1)} (${why}). Check user, password and name in DATABASE_URL, and that the user may create a schema there. Nothing was changed.`,
  );
}

/** SQLSTATE, by how it begins, and the reason that it stands for. */
const reasons: readonly (readonly [string, string])[] = [
  ['08', 'unreachable'],
  ['40', 'locked'],
  ['55P03', 'locked'],
  ['53100', 'full'],
  ['53', 'unreachable'],
  ['57014', 'timeout'],
  ['57', 'unreachable'],
  ['25006', 'read-only'],
  ['25P03', 'timeout'],
  ['28', 'refused'],
  ['3D000', 'refused'],
  ['42501', 'refused'],
  ['58', 'disk'],
  ['XX', 'corrupt'],
];
/** The driver's own errors have no code. */
const driverReasons: readonly (readonly [RegExp, string])[] = [
  [/^Query read timeout$/, 'timeout'],
  [
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered|Client was closed)/,
    'unreachable',
  ],
  // The pool was given up while this waited for its turn.
  [/^Cannot use a pool after calling end on the pool$/, 'closed'],
  // No password where one is wanted, or no encryption as the address wants it.
  [/^SASL|\bSSL\b|\bcertificate\b/, 'refused'],
];

/** As `Engine.translateError`. */
export function translatePostgresError(error: unknown): unknown {
  if (error instanceof UserError) return new UpstreamError('database', 'refused', error);
  const reason = error instanceof Error ? reasonOf(error) : undefined;
  return reason === undefined ? error : new UpstreamError('database', reason, error);
}

function reasonOf(error: Error): string | undefined {
  if (error instanceof pg.DatabaseError) return reasons.find(([start]) => error.code?.startsWith(start))?.[1];
  const known = driverReasons.find(([message]) => message.test(error.message))?.[1];
  return known ?? (isNetworkError(error) ? 'unreachable' : undefined);
}

function isNetworkError(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code);
}
