import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/**
 * On whose behalf a transaction reads and writes. The row policies of the database know these four and nothing else: with no
 * scope there are no rows, whatever the query asks for.
 */
export type Scope =
  /** The host deciding about one negotiation: all of that one, nothing of another. */
  | { readonly as: "host"; readonly negotiation: string }
  /** One seat reading: the streams whose audience it is in, and their entries. */
  | { readonly as: "seat"; readonly negotiation: string; readonly seat: string }
  /** Somebody with a token: the one invitation or session that it opens. */
  | { readonly as: "door"; readonly token: string }
  /** The host's clock and the wake-up: which calls are open and which streams have grown, of all negotiations. */
  | { readonly as: "house" };

/** One transaction on behalf of somebody. It has resolved only when COMMIT has. */
export function inScope<Result>(
  database: Database,
  scope: Scope,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return database.connection().execute(async (connection) => {
    await sql.raw(`begin; ${settingsOf(scope)}`).execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      // a lost connection has rolled back by itself; the first error is the one worth telling
      await sql`rollback`.execute(connection).catch(() => {});
      throw error;
    }
  });
}

/** Goes over to another scope within the same transaction. */
export async function changeScope(database: Database, scope: Scope): Promise<void> {
  await sql.raw(settingsOf(scope)).execute(database);
}

function settingsOf(scope: Scope): string {
  const settings = {
    scope: scope.as,
    negotiation: "negotiation" in scope ? scope.negotiation : "",
    seat: "seat" in scope ? scope.seat : "",
    token: "token" in scope ? scope.token : "",
  };
  // `true`: until the end of this transaction, so that a connection never carries a scope over to its next user
  return `select ${Object.entries(settings)
    .map(([name, value]) => `set_config('entente.${name}', ${literal(value)}, true)`)
    .join(", ")}`;
}

/** A text as SQL writes it, whatever the server makes of backslashes. */
function literal(text: string): string {
  if (text.includes("\0")) throw new Error("a text with U+0000 is no id");
  const quoted = text.replaceAll("'", "''");
  return text.includes("\\") ? ` E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}
