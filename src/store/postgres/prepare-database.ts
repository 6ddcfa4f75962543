import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { Client, Pool } from "pg";
import { applicationRole, clientConfig } from "./connection.ts";
import { codeOf } from "./failures.ts";
import { migrations } from "./migrations/index.ts";
import { StoreNotInOrder } from "./store-not-in-order.ts";

/** Any number, always the same: processes that start at once on one database wait for each other by it. */
const startingLock = 6_838_422_310;

/**
 * Makes a database ready, as its owner: the application's role, and the tables as this program knows them. Doing it again
 * changes nothing; two that do it at once wait for each other. `login` is who will serve from it.
 */
export async function prepareDatabase(ownerUrl: string, login: string): Promise<void> {
  const client = new Client(clientConfig(ownerUrl, "entente migrations"));
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [startingLock]);
    await prepareRole(client, login);
    await migrate(ownerUrl);
    await client.query(`grant select on entente.migration to ${applicationRole}`);
  } finally {
    await client.end(); // which gives the lock back
  }
}

async function migrate(ownerUrl: string): Promise<void> {
  const pool = new Pool({ ...clientConfig(ownerUrl, "entente migrations"), max: 1 });
  pool.on("error", () => {});
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: "entente",
      migrationTableName: "migration",
      migrationLockTableName: "migration_lock",
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw explained(error);
  } finally {
    await database.destroy();
  }
}

async function prepareRole(client: Client, login: string): Promise<void> {
  try {
    const there = await client.query("select 1 from pg_roles where rolname = $1", [applicationRole]);
    if (there.rowCount === 0) {
      await client
        .query(`create role ${applicationRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole`)
        .catch(unlessAnotherDid);
    }
    if (login !== applicationRole && !(await mayBecome(client, login))) {
      await client.query(`grant ${applicationRole} to ${client.escapeIdentifier(login)}`).catch(unlessAnotherDid);
    }
  } catch (error) {
    if (codeOf(error) !== "42501") throw error; // insufficient privilege
    throw new StoreNotInOrder([
      `the database's user may not make the role ${applicationRole}; have an administrator run: ` +
        `CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO ${client.escapeIdentifier(login)};`,
    ]);
  }
}

async function mayBecome(client: Client, login: string): Promise<boolean> {
  // before version 16 a member may always become its role
  const { rows } = await client.query(
    `select pg_has_role($1, $2, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may`,
    [login, applicationRole],
  );
  return rows[0]?.may === true;
}

/** Another process that started at the same moment has just done it. */
function unlessAnotherDid(error: unknown): void {
  if (!["42710", "23505", "XX000"].includes(codeOf(error) ?? "")) throw error;
}

function explained(error: unknown): unknown {
  if (error instanceof Error && error.message.startsWith("corrupted migrations")) {
    return new StoreNotInOrder([
      `the database was written by another version of Entente (${error.message}); run the newer one, or restore a backup`,
    ]);
  }
  return error;
}
