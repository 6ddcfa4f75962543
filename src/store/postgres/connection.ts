import { Kysely, PostgresDialect } from "kysely";
import { type ClientConfig, Pool } from "pg";
import type { Tables } from "./tables.ts";

/** The role that everything but migrations is done as. It owns nothing and cannot go round the row policies. */
export const applicationRole = "entente_app";

/** What an open connection is told first, in one go. */
const sessionSettings = [
  `set role ${applicationRole}`,
  "set search_path = entente, pg_temp",
  "set statement_timeout = '10s'",
  "set lock_timeout = '5s'",
  "set idle_in_transaction_session_timeout = '10s'",
].join("; ");

const nobodyListens = (): void => {};

export function clientConfig(url: string, name: string): ClientConfig {
  return { connectionString: url, application_name: name, connectionTimeoutMillis: 5000, keepAlive: true };
}

/** A bounded pool of connections as the application's role. */
export function connectDatabase(url: string, { most }: { readonly most: number }): Kysely<Tables> {
  const pool = new Pool({
    ...clientConfig(url, "entente"),
    max: most,
    connectionTimeoutMillis: 10_000, // for the network and for the queue
    idleTimeoutMillis: 30_000,
    // the pool waits for it, and gives up a connection that refuses; Kysely's hook would keep its place taken for ever
    onConnect: async (client) => {
      await client.query(sessionSettings);
    },
  });
  // a connection that breaks is reported by the query that needs it; unheard, the event would end the process
  pool.on("error", nobodyListens);
  pool.on("connect", (client) => client.on("error", nobodyListens));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
