import { type SelectQueryBuilder, sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  append,
  at,
  dataFolder,
  eventually,
  held,
  invitation,
  newId,
  sample,
  session,
  superuserUrl,
  withLogin,
} from "../../../test/contracts/store-samples.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../embedded/embedded-postgres.ts";
import { openStore } from "../open-store.ts";
import type { Store } from "../store.ts";
import { checkServer } from "./check-server.ts";
import { connectDatabase } from "./connection.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { type Database, inScope, type Scope } from "./scope.ts";
import type { Tables } from "./tables.ts";

vi.setConfig({ hookTimeout: 60_000 }); // making a database beside other heavy work

const folder = dataFolder();
const [one, other] = [sample(), sample()];
const call = newId();
const door = invitation(one);
const open = session(one);
let server: EmbeddedPostgres;
let superuser: Client;
let store: Store;
let database: Database;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ folder: folder.path });
  superuser = new Client({ connectionString: superuserUrl(folder.path, server.applicationUrl) });
  await superuser.connect();
  // as on a server of one's own that has never seen Entente: the owner makes the role itself
  await superuser.query("revoke entente_app from entente_owner");
  await superuser.query("drop database entente");
  await superuser.query("drop role entente_app");
  await superuser.query("create role theirs login createrole password 'secret'");
  await superuser.query("create database theirs owner theirs");
  const url = withLogin(server.applicationUrl, "theirs", "secret", "theirs");
  const opening = () => openStore({ databaseUrl: url, dataFolder: folder.path, connections: 4 });
  const [first, ...atOnce] = await Promise.all([opening(), opening(), opening()]);
  for (const beside of atOnce) await beside.close();
  store = first!;
  database = connectDatabase(url, { most: 2 });
  await store.create({ ...one.created, invitations: [door], session: open });
  await store.create(other.created);
  const key = { seat: one.seats.ukraine, key: "k", digest: "d", answer: "a" };
  const opensCall = { stream: one.backChannel, call, until: at(10) };
  await store.append(append(one.id, one.backChannel, 1, { key, opensCall }));
  await store.holdAnswer(held(one, call, "ukraine", true), at(2));
  await store.keepOnce("host key", "secret");
  const seats = new Map([one, other].map(({ id, seats }) => [id, [seats.ukraine]]));
  await store.beHere("a process", seats, { at: at(2), until: at(10) });
});
afterAll(async () => {
  await database.destroy();
  await store.close();
  await superuser.end();
  await server.close();
  folder.remove();
});

const tables = [
  ...(["negotiation", "stream", "entry", "command_answer", "invitation", "session", "open_call"] as const),
  ...(["held_answer", "kept", "presence"] as const),
];

/** Every row of every table, with no WHERE at all: what the row policies alone leave. */
async function allRows(scope: Scope): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return await inScope(database, scope, async (within) => {
    const found: Record<string, readonly unknown[]> = {};
    for (const table of tables) {
      const query: SelectQueryBuilder<Tables, keyof Tables, object> = within.selectFrom(table);
      found[table] = await query.selectAll().execute();
    }
    return found;
  });
}
const counts = (rows: Readonly<Record<string, readonly unknown[]>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(rows).flatMap(([table, { length }]) => (length > 0 ? [[table, length]] : [])));

describe("the row policies alone, the query asking for everything", () => {
  test("leave nothing where nobody is named", async () => {
    for (const table of tables) {
      const { rows } = await sql.raw(`select * from entente.${table}`).execute(database);
      expect(rows, table).toEqual([]);
    }
  });

  test("leave a seat the streams it is in and their entries, and no table of the host's", async () => {
    const member = await allRows({ as: "seat", negotiation: one.id, seat: one.seats.russia });
    expect(counts(member)).toEqual({ stream: 2, entry: 3 });
    const outsider = await allRows({ as: "seat", negotiation: one.id, seat: one.seats.europe });
    expect(counts(outsider)).toEqual({ stream: 1, entry: 1 });
    expect(JSON.stringify(outsider)).not.toContain(one.backChannel);
    expect(counts(await allRows({ as: "seat", negotiation: other.id, seat: one.seats.russia }))).toEqual({});
    expect(counts(await allRows({ as: "seat", negotiation: "", seat: "" }))).toEqual({});
  });

  test("leave a seat nothing of a channel from the moment it is removed", async () => {
    const [removed, hall] = [sample(), 1];
    await store.create(removed.created);
    const part = { ...append(removed.id, removed.backChannel, 1).parts[0]!, audience: [removed.seats.ukraine] };
    await store.append({ negotiation: removed.id, parts: [part], created: [] });
    const rows = await allRows({ as: "seat", negotiation: removed.id, seat: removed.seats.russia });
    expect(counts(rows)).toEqual({ stream: hall, entry: 1 });
  });

  test("leave the host one negotiation, and a bearer the one thing that the token opens", async () => {
    const host = await allRows({ as: "host", negotiation: one.id });
    const own = { negotiation: 1, stream: 2, entry: 3, command_answer: 1, invitation: 1, session: 1, open_call: 1 };
    expect(counts(host)).toEqual({ ...own, held_answer: 1 });
    expect(JSON.stringify(host)).not.toContain(other.id);
    expect(counts(await allRows({ as: "door", token: door.tokenDigest }))).toEqual({ invitation: 1 });
    expect(counts(await allRows({ as: "door", token: open.tokenDigest }))).toEqual({ session: 1 });
    expect(counts(await allRows({ as: "door", token: newId() }))).toEqual({});
    const house = await allRows({ as: "house" });
    expect(Object.keys(counts(house)).sort()).toEqual(["kept", "open_call", "presence", "stream"]);
  });

  test("do not outlive the transaction on the connection that is used again", async () => {
    await database.connection().execute(async (connection) => {
      await inScope(connection, { as: "host", negotiation: one.id }, async () => {});
      const { rows } = await sql`select * from entente.stream`.execute(connection);
      expect(rows).toEqual([]);
    });
  });

  test("take a seat's own text as a text, whatever quotes it holds", async () => {
    for (const seat of ["' or true --", "\\' or true --", `${one.seats.russia}'`, "\\"]) {
      expect(counts(await allRows({ as: "seat", negotiation: one.id, seat }))).toEqual({});
    }
  });

  test.each([
    ["changes an entry", "update entente.entry set body = 'x'"],
    ["deletes an entry", "delete from entente.entry"],
    ["forgets an answer", "delete from entente.command_answer"],
    ["empties a table", "truncate entente.entry cascade"],
    ["switches the policies off", "alter table entente.entry disable row level security"],
    ["makes a table", "create table entente.x (y int)"],
  ])("nobody who %s gets anywhere as the application's role", async (_what, statement) => {
    const attempt = inScope(database, { as: "host", negotiation: one.id }, (within) =>
      sql.raw(statement).execute(within),
    );
    await expect(attempt).rejects.toThrow(/permission denied|must be owner/);
  });

  test("let no seat write", async () => {
    const scope: Scope = { as: "seat", negotiation: one.id, seat: one.seats.russia };
    const write = inScope(database, scope, (within) =>
      within
        .updateTable("stream")
        .set({ audience: [one.seats.europe] })
        .where("id", "=", one.backChannel)
        .executeTakeFirst(),
    );
    expect((await write).numUpdatedRows).toBe(0n);
    const insert = inScope(database, scope, (within) => {
      const row = { negotiation: one.id, stream: one.hall, version: 2, body: "", salt: "", hash: "", receipt: "" };
      return within.insertInto("entry").values(row).execute();
    });
    await expect(insert).rejects.toThrow("row-level security");
  });
});

describe("a database that is not in order is not served from:", () => {
  const theirs = (): string => withLogin(server.applicationUrl, "theirs", "secret", "theirs");

  async function whileSo(make: string, undo: string, check: () => Promise<void>): Promise<void> {
    const inside = new Client({
      connectionString: withLogin(
        superuserUrl(folder.path, server.applicationUrl),
        "postgres",
        superuserPassword(),
        "theirs",
      ),
    });
    await inside.connect();
    await inside.query(make);
    try {
      await check();
    } finally {
      await inside.query(undo);
      await inside.end();
    }
  }
  const superuserPassword = (): string => new URL(superuserUrl(folder.path, server.applicationUrl)).password;

  test("it is in order now", async () => {
    await checkServer(theirs());
  });

  test.each([
    [
      "what is acknowledged may not be on the disk",
      "alter role theirs set synchronous_commit = off",
      "alter role theirs reset synchronous_commit",
      "synchronous_commit is off",
    ],
    ["its user is a superuser", "alter role theirs superuser", "alter role theirs nosuperuser", "superuser"],
    ["its user goes round the policies", "alter role theirs bypassrls", "alter role theirs nobypassrls", "row-level"],
    [
      "the application's role owns something",
      "create table entente.own (); alter table entente.own owner to entente_app",
      "drop table entente.own",
      "owns tables",
    ],
    [
      "a table's owner goes round the policies",
      "alter table entente.entry no force row level security",
      "alter table entente.entry force row level security",
      "not forced on the table entry",
    ],
    [
      "a policy lets everything through",
      "create policy open on entente.entry using (true)",
      "drop policy open on entente.entry",
      "nobody's behalf",
    ],
    [
      "a migration is missing",
      "create table kept_aside as select * from entente.migration; delete from entente.migration",
      "insert into entente.migration select * from kept_aside; drop table kept_aside",
      "0001-streams has not been run",
    ],
    [
      "it was written by a newer Entente",
      "insert into entente.migration values ('9999-later', '2027')",
      "delete from entente.migration where name = '9999-later'",
      "9999-later is of a newer Entente",
    ],
  ])("%s", async (_what, make, undo, sentence) => {
    await whileSo(make, undo, () => expect(checkServer(theirs())).rejects.toThrow(sentence));
    await checkServer(theirs());
  });

  test.each(["fsync", "full_page_writes"])("%s is off", async (name) => {
    const set = async (how: string): Promise<void> => {
      await superuser.query(how);
      await superuser.query("select pg_reload_conf()");
    };
    await set(`alter system set ${name} = off`);
    try {
      await eventually(async () => (await superuser.query(`show ${name}`)).rows[0]?.[name] === "off");
      await expect(checkServer(theirs())).rejects.toThrow(`${name} is off: a power cut`);
    } finally {
      await set(`alter system reset ${name}`);
      await eventually(async () => (await superuser.query(`show ${name}`)).rows[0]?.[name] === "on");
    }
  });

  test("a newer Entente's tables are not migrated either", async () => {
    const [make, undo] = [
      "insert into entente.migration values ('9999-later', '2027')",
      "delete from entente.migration where name = '9999-later'",
    ];
    await whileSo(make, undo, () =>
      expect(openStore({ databaseUrl: theirs(), dataFolder: folder.path })).rejects.toThrow(
        "another version of Entente",
      ),
    );
  });

  test("its owner may not make the role that it needs, and is told what to have run", async () => {
    await superuser.query("create role stranger login password 'secret'");
    await superuser.query("create database strange owner stranger");
    const url = withLogin(server.applicationUrl, "stranger", "secret", "strange");
    await expect(prepareDatabase(url, "stranger")).rejects.toThrow('GRANT entente_app TO "stranger"');
    await expect(checkServer(url)).rejects.toThrow("cannot become entente_app");
  });
});
