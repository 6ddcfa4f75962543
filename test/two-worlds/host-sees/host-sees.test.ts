import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { roomCommand } from "#wire";
import { columns } from "./columns.ts";
import { hostSeesPage, isSealed } from "./page.ts";
import { alternatives } from "./sent-members.ts";

test("the page on what the host sees is as the tables and the wire are: `node test/two-worlds/host-sees/main.ts` writes it", () => {
  const page = new URL("../../../docs/reference/what-the-host-sees.md", import.meta.url);
  expect(readFileSync(page, "utf8")).toBe(hostSeesPage());
});

test("every column that the migrations make is judged on the page", () => {
  const folder = new URL("../../../src/store/postgres/migrations/", import.meta.url);
  const files = readdirSync(folder).filter((name) => /^\d/.test(name));
  const migration = files.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const made = [...migration.matchAll(/create (?:unlogged )?table entente\.(\w+) \(([^;]*)\);/g)].map(
    ([, table = "", body = ""]) => [
      table,
      [...body.matchAll(/(?:^|[(,])\s*([a-z_]+) (?:text|integer|boolean|xid8)/g)].map(([, column]) => column),
    ],
  );
  expect(made.length).toBe(10);
  const { migration: _own, migration_lock: _lock, ...judged } = columns; // these the migrator makes itself
  const named = Object.entries(judged).map(([table, of]) => [table, of.map(({ column }) => column)]);
  const inColumn = Object.fromEntries(made);
  for (const [table, of] of named)
    expect([table, of]).toEqual([table, inColumn[String(table)] ?? columnsOfOneLine(migration)]);
  expect(named.map(([table]) => table).sort()).toEqual(Object.keys(inColumn).sort());
});

/** "create table entente.kept (name text ..., value text ...)": on one line. */
function columnsOfOneLine(migration: string): readonly string[] {
  const [, body = ""] = /create table entente\.kept \(([^;]*)\)/.exec(migration) ?? [];
  return [...body.matchAll(/(\w+) text/g)].map(([, column = ""]) => column);
}

test("sealed are the words of secret channels, their keys and a delegation's papers, and nothing else of any command", () => {
  const sealed = [...alternatives(roomCommand, "kind")].flatMap(([kind, members]) =>
    members.filter(isSealed).map((path) => `${kind}: ${path}`),
  );
  expect(sealed.sort()).toEqual([
    "add member: wordKey",
    "convene: wordKeys[…]",
    "keep: sealed",
    "reject: reasons[].words.sealed",
    "reopen: reason.sealed",
    "say: words.sealed",
    "table: note.sealed",
  ]);
});
