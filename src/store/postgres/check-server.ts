import { sql } from "kysely";
import { applicationRole, connectDatabase } from "./connection.ts";
import { codeOf } from "./failures.ts";
import { migrations } from "./migrations/index.ts";
import { type Database, inScope } from "./scope.ts";
import { StoreNotInOrder } from "./store-not-in-order.ts";

const oldestVersion = 15;

/** What must hold before anything is served; all that does not is told at once. */
export async function checkServer(url: string): Promise<void> {
  const database = connectDatabase(url, { most: 1 });
  try {
    const faults = await faultsOf(database);
    if (faults.length > 0) throw new StoreNotInOrder(faults);
  } catch (error) {
    throw explained(error);
  } finally {
    await database.destroy();
  }
}

async function faultsOf(database: Database): Promise<readonly string[]> {
  return [
    ...(await settingFaults(database)),
    ...(await roleFaults(database)),
    ...(await policyFaults(database)),
    ...(await migrationFaults(database)),
  ];
}

async function settingFaults(database: Database): Promise<readonly string[]> {
  const asked = ["fsync", "full_page_writes", "synchronous_commit", "server_encoding", "server_version_num"];
  const { rows } = await sql<{ name: string; value: string }>`
    select name, current_setting(name) as value from unnest(${asked}::text[]) as name`.execute(database);
  const value = (name: string): string => rows.find((row) => row.name === name)?.value ?? "";
  const off = ["fsync", "full_page_writes"].filter((name) => value(name) !== "on");
  return [
    ...off.map((name) => `${name} is ${value(name)}: a power cut could lose what was acknowledged; switch it on`),
    ...(["on", "remote_apply"].includes(value("synchronous_commit"))
      ? []
      : [`synchronous_commit is ${value("synchronous_commit")}: an acknowledged entry could be lost; switch it on`]),
    ...(value("server_encoding") === "UTF8"
      ? []
      : [`the database is encoded in ${value("server_encoding")}, not UTF8`]),
    ...(Number(value("server_version_num")) >= oldestVersion * 10_000
      ? []
      : [`PostgreSQL ${oldestVersion} or newer is needed`]),
  ];
}

async function roleFaults(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; powerful: boolean; owned: string }>`
    select rolname as name, rolsuper or rolbypassrls as powerful,
      (select count(*) from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = pg_roles.oid
        and deptype = 'o') as owned
    from pg_roles where rolname in (current_user, session_user)`.execute(database);
  const powerful = rows.filter((row) => row.powerful);
  const application = rows.find((row) => row.name === applicationRole);
  return [
    ...powerful.map(
      ({ name }) =>
        `the user ${name} is a superuser or goes round row-level security; give Entente a database and an owner of its own: ` +
        "CREATE ROLE entente_owner LOGIN CREATEROLE PASSWORD '...'; CREATE DATABASE entente OWNER entente_owner;",
    ),
    ...(application === undefined ? [`it is not used as ${applicationRole}`] : []),
    ...(Number(application?.owned ?? 0) > 0
      ? [`${applicationRole} owns tables or other objects; it must own none`]
      : []),
  ];
}

async function policyFaults(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'entente' and relkind in ('r', 'p') and relname not like 'migration%'
      and not (relrowsecurity and relforcerowsecurity) order by 1`.execute(database);
  const unguarded = await sql<{ rows: string }>`select count(*) as rows from (
    select 1 from entente.stream union all select 1 from entente.entry union all select 1 from entente.kept
    union all select 1 from entente.presence) as any_row`.execute(database);
  return [
    ...rows.map(({ name }) => `row-level security is not forced on the table ${name}`),
    ...(unguarded.rows[0]?.rows === "0" ? [] : ["rows can be read on nobody's behalf: the row policies do not work"]),
  ];
}

async function migrationFaults(database: Database): Promise<readonly string[]> {
  const { rows } = await inScope(database, { as: "house" }, (within) =>
    sql<{ name: string }>`select name from entente.migration`.execute(within),
  );
  const done = new Set(rows.map(({ name }) => name));
  const missing = Object.keys(migrations).filter((name) => !done.has(name));
  const unknown = [...done].filter((name) => !(name in migrations));
  return [
    ...missing.map((name) => `the migration ${name} has not been run`),
    ...unknown.map((name) => `the migration ${name} is of a newer Entente than this one`),
  ];
}

function explained(error: unknown): unknown {
  const code = codeOf(error);
  if (code === "42P01" || code === "3F000") return new StoreNotInOrder(["its tables have not been made yet"]);
  if (code === "22023" || code === "42501") {
    const message = error instanceof Error ? error.message : "";
    return new StoreNotInOrder([`its user cannot become ${applicationRole} (${message})`]);
  }
  return error;
}
