import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { Client } from "pg";

/** Somewhere that what a host knows could end up. */
export type Sink = { readonly name: string; readonly bytes: Buffer };

/** Every table that there is, the database's own among them, as text. */
export async function databaseDump(url: string): Promise<Sink> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace " +
        "where c.relkind in ('r', 'm', 'p') and n.nspname not like 'pg_toast%' order by 1",
    );
    const parts: string[] = [];
    for (const { name } of rows) {
      const { rows: lines } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
      parts.push(`${name}\n${lines.map(({ line }) => line).join("\n")}`);
    }
    const { rows: running } = await client.query<{ line: string }>("select t::text as line from pg_stat_activity t");
    parts.push(running.map(({ line }) => line).join("\n"));
    await client.query("checkpoint");
    return { name: `database dump, ${rows.length} tables`, bytes: Buffer.from(parts.join("\n"), "utf8") };
  } finally {
    await client.end();
  }
}

/** The columns of every table that is Entente's own, as they are, by schema and table. */
export async function columnsOf(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; columns: string[] }>(
      "select table_name as table, array_agg(column_name::text order by ordinal_position) as columns " +
        "from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') group by 1 order by 1",
    );
    return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
  } finally {
    await client.end();
  }
}

/**
 * Every file below a folder that was written since then: tables, indexes, the write-ahead log, what the database says of
 * itself. Another cannot hold what was made later.
 */
export function filesBelow(folder: string, since: number): readonly Sink[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).mtimeMs >= since)
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }));
}

/** What is compressed in it, if it can be opened. */
export function unzippedIn({ name, bytes }: Sink): readonly Sink[] {
  const found: Sink[] = [];
  for (let from = bytes.indexOf("1f8b08", 0, "hex"); from >= 0; from = bytes.indexOf("1f8b08", from + 1, "hex")) {
    try {
      found.push({ name: `${name}, unzipped from ${from}`, bytes: gunzipSync(bytes.subarray(from)) });
    } catch {
      // three bytes that only look like it
    }
  }
  return found;
}
