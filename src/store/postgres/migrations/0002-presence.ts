import { type Kysely, sql } from "kysely";

/**
 * Who is connected to which server process. Unlogged: it is worth nothing after a crash, and so it costs no write-ahead log
 * and stands in no archive of it. No index on `until`: renewing a row then changes no index at all.
 */
const table = `
create unlogged table entente.presence (
  negotiation text collate "C" not null,
  process text collate "C" not null,
  seats text[] collate "C" not null,
  until text collate "C" not null,
  primary key (negotiation, process)
);
`;

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(table).execute(database);
  const statements = [
    "grant select, insert, update, delete on entente.presence to entente_app",
    "alter table entente.presence enable row level security",
    "alter table entente.presence force row level security",
    // the house's clock alone, for all negotiations at once: not a seat, and not the host who decides, since nothing may depend on it
    "create policy rule_1 on entente.presence for all using ((select current_setting('entente.scope', true)) = 'house')",
  ];
  await sql.raw(statements.join(";\n")).execute(database);
}
