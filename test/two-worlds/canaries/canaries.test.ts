import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbeddedPostgres } from "#store";
import { dataFolder, superuserUrl } from "../../contracts/store-samples.ts";
import { columns } from "../host-sees/columns.ts";
import { type Canary, canaries, hitsIn } from "./canary.ts";
import { type PlayedNegotiation, playNegotiation } from "./negotiation-with-canaries.ts";
import { columnsOf, databaseDump, filesBelow, type Sink, unzippedIn } from "./sinks.ts";

/** A whole negotiation on the real server and a real PostgreSQL, and then everything that is left of it anywhere is searched. */
const place = dataFolder();
const folder = place.path;
const planted = canaries();
let server: ChildProcess;
let logs = "";
let played: PlayedNegotiation;
let dump: Sink;
let tables: Readonly<Record<string, readonly string[]>>;
let files: readonly Sink[];
let memory: readonly Sink[] = [];

beforeAll(async () => {
  const program = fileURLToPath(new URL("serve-rooms.ts", import.meta.url));
  // on this signal Node writes down all that is on its heap
  const words = ["--heapsnapshot-signal=SIGUSR2", program, folder];
  server = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (logs += String(chunk)));
  await eventually(() => /Entente is at http:\S+\//.test(logs));
  const origin = /Entente is at (http:\S+)\//.exec(logs)?.[1] ?? "";
  await fetch(`${origin}/negotiations/none`); // the rooms are open when it is answered, and their database is there
  const begun = Date.now() - 2000; // a file system may count whole seconds
  played = await playNegotiation(origin, planted);
  memory = await heapOf(server);
  const beside = await startEmbeddedPostgres({ folder: join(folder, "data") });
  const url = new URL(superuserUrl(join(folder, "data"), beside.applicationUrl));
  url.pathname = new URL(beside.applicationUrl).pathname;
  dump = await databaseDump(url.href);
  tables = await columnsOf(url.href);
  files = filesBelow(join(folder, "data"), begun);
  await beside.close();
}, 180_000);

afterAll(async () => {
  for (const { session } of played?.seats.values() ?? []) session.close();
  if (server?.exitCode === null) {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
  place.remove();
}, 60_000);

async function eventually(is: () => boolean): Promise<void> {
  const end = performance.now() + 90_000;
  while (!is()) {
    if (performance.now() > end) throw new Error(`it does not come to it: ${logs}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function heapOf(process: ChildProcess): Promise<readonly Sink[]> {
  const snapshot = (): string | undefined => readdirSync(folder).find((name) => name.endsWith(".heapsnapshot"));
  process.kill("SIGUSR2");
  await eventually(() => snapshot() !== undefined);
  const path = join(folder, snapshot() ?? "");
  let size = -1;
  // it is whole when it has grown no more for a while
  await eventually(() => {
    const before = size;
    size = statSync(path).size;
    return size > 0 && size === before && readFileSync(path).subarray(-4).includes("}");
  });
  return [{ name: "heap of the server", bytes: readFileSync(path) }];
}

const ofKind = (...kinds: readonly Canary["kind"][]): readonly Canary[] =>
  planted.all.filter(({ kind }) => kinds.includes(kind));
const texts = (name: string, of: readonly string[]): Sink => ({ name, bytes: Buffer.from(of.join("\n"), "utf8") });
const atTheHost = (): readonly Sink[] => [dump, ...files, texts("logs", [logs])];

/** Each hit as a line that says what was found where; none of them says the secret itself. */
function found(sinks: readonly Sink[], canaries: readonly Canary[]): readonly string[] {
  return sinks.flatMap(({ name, bytes }) =>
    hitsIn(bytes, canaries).map(({ field, encoding }) => `${field} (${encoding}) in ${name}`),
  );
}

test("every field that holds a secret was given a canary, and each is looked for in many encodings", () => {
  const fields = planted.all.map(({ field }) => field);
  const papers = ["sheet", "note to a mandate", "reason of an override", "note", "clearance"];
  const words = ["caucus", "back channel"].flatMap((kind) => [`words in a ${kind}`, `note to a supposal in a ${kind}`]);
  const keys = [
    "delegation key of P1",
    "invite token of P1",
    "session token of P1",
    "signing key of P1",
    "sealing key of P1",
  ];
  for (const field of [...papers, ...words, ...keys, "reason of a rejection in a back channel"])
    expect(fields).toContain(field);
  expect(planted.all.length).toBeGreaterThan(60);
  for (const { needles } of planted.all) expect(needles.length).toBeGreaterThanOrEqual(9);
  expect(ofKind("public").length).toBeGreaterThanOrEqual(3);
});

test("what is public is found, so that the search can find: in tables, files, write-ahead log, memory, frames, exports", () => {
  const [title, plenary] = ofKind("public");
  for (const canary of ofKind("public")) {
    expect(found([dump], [canary])).not.toEqual([]);
    expect(found(memory, [canary])).not.toEqual([]);
  }
  // long values are compressed where they lie, so that in the files themselves only the short ones can be read
  const inFiles = found(files, [plenary!]);
  expect(inFiles.filter((line) => line.includes("pg_wal"))).not.toEqual([]);
  expect(inFiles.filter((line) => line.includes("base/"))).not.toEqual([]);
  for (const [name, { wire }] of played.seats) {
    expect([name, found([texts(name, wire.received)], [title!])]).not.toEqual([name, []]);
    const isInPlenary = played.exports.get(name)?.includes("in plenary") ?? false;
    expect(found([texts(name, [played.exports.get(name) ?? ""])], [title!])).not.toEqual([]);
    if (isInPlenary) expect(found([texts(name, wire.received)], [plenary!])).not.toEqual([]);
  }
  expect(logs).toContain("Entente is at");
});

test("what is sealed leaves no client: it is in nothing that any of them sends", () => {
  const sent = [...played.seats].map(([name, { wire }]) => texts(`what ${name} sent`, wire.sent));
  expect(found([...sent, texts("what a stranger sent", played.stranger.sent)], ofKind("sealed"))).toEqual([]);
  expect(Math.min(...sent.map(({ bytes }) => bytes.length))).toBeGreaterThan(500);
});

test("no secret is in a table, a file of the database, its write-ahead log or a log", () => {
  const sinks = atTheHost();
  expect(found([...sinks, ...sinks.flatMap(unzippedIn)], ofKind("sealed", "passing"))).toEqual([]);
});

test("nothing that is sealed is in the server's memory", () => {
  expect(memory.length).toBe(1);
  expect(memory[0]!.bytes.length).toBeGreaterThan(5_000_000);
  expect(found(memory, ofKind("sealed"))).toEqual([]);
});

test("no seat is sent, nor exports, what is not its own; nor is a stranger", () => {
  for (const [name, { wire }] of played.seats) {
    const others = planted.all.filter(({ kind, members }) => kind !== "public" && !members.includes(name));
    const sinks = [
      texts(`what ${name} was sent`, wire.received),
      texts(`export of ${name}`, [played.exports.get(name) ?? ""]),
    ];
    expect(found(sinks, others)).toEqual([]);
    expect(others.length).toBeGreaterThan(30);
  }
  const toStranger = texts("what a stranger was sent", played.stranger.received);
  const notItsOwn = planted.all.filter(({ members }) => !members.includes("stranger"));
  expect(found([toStranger], notItsOwn)).toEqual([]);
});

test("what members alone may know is found with them, in the clear: the host reads the names of channels", () => {
  for (const canary of ofKind("members")) {
    expect(found([dump], [canary])).not.toEqual([]);
    for (const name of canary.members) {
      expect(found([texts(name, played.seats.get(name)?.wire.received ?? [])], [canary])).not.toEqual([]);
    }
  }
});

test("the page on what the host sees judges every column that the database has", () => {
  const judged = Object.entries(columns).map(([table, of]) => [table, of.map(({ column }) => column)]);
  expect(Object.fromEntries(judged)).toEqual(tables);
});

test("of the answers to a sealed yes nothing is left in the tables once the outcome is written", () => {
  const text = dump.bytes.toString("utf8");
  const rowsOf = (table: string): string => (text.split(`\n${table}\n`)[1] ?? "missing").split(/\n\w+\.\w+\n/)[0] ?? "";
  expect(text).toContain("sealed yes answered");
  expect(text.match(/""allSaidYes"":(true|false)/g)?.sort()).toEqual(['""allSaidYes"":false', '""allSaidYes"":true']);
  expect(rowsOf("entente.held_answer").trim()).toBe("");
  expect(rowsOf("entente.open_call").trim()).toBe("");
  expect(
    found(atTheHost(), [
      {
        field: "an answer",
        kind: "passing",
        members: [],
        needles: [{ encoding: "as it is", bytes: Buffer.from("saysYes") }],
      },
    ]),
  ).toEqual([]);
});

test("the search itself sees a canary in every encoding, at any place", () => {
  for (const canary of [planted.all[0]!, ofKind("sealed").at(-1)!]) {
    for (const { encoding, bytes } of canary.needles) {
      const hidden = Buffer.concat([Buffer.alloc(3, "x"), bytes]);
      expect(hitsIn(hidden, planted.all).map((hit) => hit.encoding)).toContain(encoding);
      expect(hitsIn(hidden.subarray(0, -1), [canary]).map((hit) => hit.encoding)).not.toContain(encoding);
    }
  }
});

test("the numbers of this search, for those who read the run", () => {
  const sinks = [...atTheHost(), ...memory];
  const needles = planted.all.reduce((sum, { needles: of }) => sum + of.length, 0);
  const bytes = sinks.reduce((sum, { bytes: of }) => sum + of.length, 0);
  console.log(
    `${planted.all.length} canaries, ${needles} needles, ${sinks.length} sinks at the host with ${bytes} bytes`,
  );
  expect(needles).toBeGreaterThan(600);
});
