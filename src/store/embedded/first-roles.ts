import { Client } from "pg";
import { applicationRole } from "../postgres/connection.ts";
import type { Passwords } from "./passwords.ts";
import { type RunningServer, urlOf } from "./running-server.ts";

export const databaseName = "entente";
export const ownerRole = "entente_owner";

/**
 * The superuser makes the database, its owner (for migrations) and the application's role, and is not used for anything
 * again but counting who is there. Done at every start, so that one which was killed in the middle is made whole.
 */
export async function makeFirstRoles(server: RunningServer, passwords: Passwords): Promise<void> {
  const login = { user: "postgres", password: passwords.superuser, database: "postgres" };
  const client = new Client({ connectionString: urlOf(server, login) });
  client.on("error", () => {});
  await client.connect();
  try {
    const roles = [
      { name: ownerRole, password: passwords.owner },
      { name: applicationRole, password: passwords.application },
    ];
    for (const { name, password } of roles) {
      const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [name]);
      if (rowCount === 0) {
        await client.query(
          `create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
        );
      }
    }
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerRole}`);
    await client.query(`grant ${applicationRole} to ${ownerRole}`);
    await client.query(`revoke all on database ${databaseName} from public`);
    await client.query(`grant connect on database ${databaseName} to ${applicationRole}`);
  } finally {
    await client.end();
  }
}
