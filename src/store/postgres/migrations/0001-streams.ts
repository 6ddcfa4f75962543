import { type Kysely, sql } from "kysely";

/**
 * Ids and times are compared byte by byte (COLLATE "C"), so that order is the same on every server. No table numbers its
 * rows: every id is random and comes from outside.
 */
const tables = `
create table entente.negotiation (
  id text collate "C" primary key,
  created_at text collate "C" not null,
  agenda text not null,
  hall text collate "C" not null
);

create table entente.stream (
  negotiation text collate "C" not null references entente.negotiation,
  id text collate "C" not null,
  kind text not null check (kind in ('hall', 'channel', 'delegation')),
  version integer not null check (version >= 0),
  hash text not null,
  audience text[] collate "C" not null,
  grown_in xid8 not null default pg_current_xact_id(),
  primary key (negotiation, id)
);
create index stream_grown on entente.stream (grown_in);

create table entente.entry (
  negotiation text collate "C" not null,
  stream text collate "C" not null,
  version integer not null check (version >= 1),
  body text not null,
  salt text not null,
  hash text not null,
  receipt text not null,
  primary key (negotiation, stream, version),
  foreign key (negotiation, stream) references entente.stream (negotiation, id)
);

create table entente.command_answer (
  negotiation text collate "C" not null references entente.negotiation,
  seat text collate "C" not null,
  key text collate "C" not null,
  digest text not null,
  answer text not null,
  primary key (negotiation, seat, key)
);

create table entente.invitation (
  token_digest text collate "C" primary key,
  negotiation text collate "C" not null references entente.negotiation,
  seat text collate "C" not null,
  reusable boolean not null,
  expires_at text collate "C" not null,
  uses integer not null check (uses >= 0 and (reusable or uses <= 1)),
  revoked boolean not null
);
create index invitation_seat on entente.invitation (negotiation, seat);

create table entente.session (
  token_digest text collate "C" primary key,
  negotiation text collate "C" not null references entente.negotiation,
  seat text collate "C" not null,
  created_at text collate "C" not null,
  expires_at text collate "C" not null
);
create index session_seat on entente.session (negotiation, seat);

create table entente.open_call (
  negotiation text collate "C" not null,
  call text collate "C" not null,
  stream text collate "C" not null,
  until text collate "C" not null,
  primary key (negotiation, call),
  foreign key (negotiation, stream) references entente.stream (negotiation, id)
);
create index open_call_until on entente.open_call (until);

create table entente.held_answer (
  negotiation text collate "C" not null,
  call text collate "C" not null,
  party text collate "C" not null,
  seat text collate "C" not null,
  says_yes boolean not null,
  primary key (negotiation, call, party),
  foreign key (negotiation, call) references entente.open_call on delete cascade
);

create table entente.kept (name text collate "C" primary key, value text not null);
`;

/** The second line: even a query that forgets its WHERE sees no more than the scope of its transaction. */
const setting = (name: string): string => `(select current_setting('entente.${name}', true))`;
const isHost = `(${setting("scope")} = 'host' and negotiation = ${setting("negotiation")})`;
const isHouse = `${setting("scope")} = 'house'`;
const isSeat = `(${setting("scope")} = 'seat' and negotiation = ${setting("negotiation")})`;
const isBearer = `(${setting("scope")} = 'door' and token_digest = ${setting("token")})`;

type Policy = { readonly table: string; readonly for: "all" | "select"; readonly rows: string };
const policies: readonly Policy[] = [
  { table: "negotiation", for: "all", rows: `${setting("scope")} = 'host' and id = ${setting("negotiation")}` },
  { table: "stream", for: "all", rows: isHost },
  { table: "stream", for: "select", rows: `${isSeat} and ${setting("seat")} = any (audience)` },
  { table: "stream", for: "select", rows: isHouse },
  { table: "entry", for: "all", rows: isHost },
  {
    table: "entry",
    for: "select",
    // the streams of the inner query are already those that the seat sees
    rows: `${isSeat} and stream in (select seen.id from entente.stream seen where seen.negotiation = ${setting("negotiation")}
      and ${setting("seat")} = any (seen.audience))`,
  },
  { table: "command_answer", for: "all", rows: isHost },
  { table: "invitation", for: "all", rows: isHost },
  { table: "invitation", for: "select", rows: isBearer },
  { table: "session", for: "all", rows: isHost },
  { table: "session", for: "select", rows: isBearer },
  { table: "open_call", for: "all", rows: isHost },
  { table: "open_call", for: "select", rows: isHouse },
  { table: "held_answer", for: "all", rows: isHost },
  { table: "kept", for: "all", rows: isHouse },
];

/** What the application's role may do at all: it cannot change or delete an entry, nor forget an answer. */
const grants: Readonly<Record<string, string>> = {
  negotiation: "select, insert",
  stream: "select, insert, update",
  entry: "select, insert",
  command_answer: "select, insert",
  invitation: "select, insert, update",
  session: "select, insert, delete",
  open_call: "select, insert, update, delete",
  held_answer: "select, insert, update, delete",
  kept: "select, insert",
};

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(database);
  const tableNames = Object.keys(grants);
  const statements = [
    "grant usage on schema entente to entente_app",
    ...tableNames.map((table) => `grant ${grants[table]} on entente.${table} to entente_app`),
    ...tableNames.map((table) => `alter table entente.${table} enable row level security`),
    ...tableNames.map((table) => `alter table entente.${table} force row level security`),
    ...policies.map(
      ({ table, for: what, rows }, index) =>
        `create policy rule_${index + 1} on entente.${table} for ${what} using (${rows})`,
    ),
  ];
  await sql.raw(statements.join(";\n")).execute(database);
}
