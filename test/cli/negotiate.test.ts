import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { commandText, signCommand } from "#record";
import { keysOf } from "#seat";
import { checkout, entente, type Ran } from "./entente.ts";
import { ended, type Served, served } from "./served.ts";

/**
 * One negotiation from its opening to its verified record, as people and scripts take part in it from a command line: a real
 * server with a database of its own. Each test goes on where the one before has ended.
 */
const ford = `schema: entente.scenario/1
id: ford
title: The ford at Ostwell
summary: Two towns and who keeps the ford.
as_of: 2025-01-01
status: made for this test
parties:
  east: { name: East, role: belligerent }
  west: { name: West, role: belligerent }
clusters:
  K: { name: Keeping }
  M: { name: Money }
issues:
  keeper: { name: Who keeps the ford, cluster: K, options: { east: East, west: West, both: Both } }
  toll: { name: The toll, cluster: M, options: { none: None, small: Small, large: Large } }
`;

let home = "";
let folder = "";
let server: Served;
let watching: ChildProcess;
let watched = "";

const at = (name: string): string => join(folder, name);

function negotiate(...words: readonly string[]): Ran {
  return entente(["negotiate", ...words], { home });
}

function send(file: string, ...words: readonly string[]): Ran {
  return negotiate("send", at(file), ...words);
}

/** Standard output of what has to be done. */
function done({ stdout, stderr, exit }: Ran): string {
  expect({ stderr: stderr.replace(/^The (seat|convenor's seat) is in .*\n/, ""), exit }).toEqual({
    stderr: "",
    exit: 0,
  });
  return stdout;
}

async function heard(text: string): Promise<void> {
  for (const until = performance.now() + 10_000; !watched.includes(text); ) {
    if (performance.now() > until) throw new Error(`not heard: ${text}\n${watched}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeAll(async () => {
  // PostgreSQL is not run as root, and the user that it runs as must reach its folder
  home = mkdtempSync(join(tmpdir(), "entente-negotiate-home-"));
  cpSync(inject("packed"), home, { recursive: true });
  symlinkSync(join(checkout, "node_modules"), join(home, "node_modules"));
  folder = mkdtempSync(join(tmpdir(), "entente-negotiate-"));
  chmodSync(folder, 0o755);
  mkdirSync(at("ford"));
  writeFileSync(at("ford/scenario.yaml"), ford);
  server = await served(["--port", "0", "--data", at("data")], { home });
}, 120_000);

afterAll(async () => {
  watching?.kill("SIGKILL");
  if (server) await ended(server, "SIGTERM");
  for (const path of [home, folder]) rmSync(path, { recursive: true, force: true });
}, 60_000);

test("create prints a link for each seat, keeps the convenor's for its owner alone, and sends no sheet", () => {
  const origin = server.address.replace(/\/$/, "");
  const stdout = done(negotiate("create", at("ford"), "--to", at("talks"), "--server", server.address, "--json"));
  const { links } = JSON.parse(stdout);
  expect(links.map(({ seat }: { seat: string }) => seat)).toEqual(["East, negotiator", "West, negotiator", "Mediator"]);
  for (const { link } of links)
    expect(link).toMatch(new RegExp(`^${origin}/join/[0-9a-f]{32}#[0-9a-f]{32}\\.[\\w-]{43}\\.[\\w-]{43}$`));
  expect(statSync(at("talks/convenor.seat.json")).mode & 0o777).toBe(0o600);
  writeFileSync(at("links.json"), stdout);
  const again = negotiate("create", at("ford"), "--to", at("talks"), "--server", server.address);
  expect(again.exit).toBe(2);
  expect(again.stderr).toContain("is there already");
}, 60_000);

function linkOf(seat: string): string {
  const { links } = JSON.parse(readFileSync(at("links.json"), "utf8"));
  return links.find((each: { readonly seat: string }) => each.seat === seat).link;
}

test("join takes the seat of a link once", () => {
  const east = done(negotiate("join", linkOf("East, negotiator"), "--as", at("east.json")));
  expect(east).toBe('East, negotiator: seated in "The ford at Ostwell".\nChannels: Plenary, Keeping, Money.\n');
  done(negotiate("join", linkOf("West, negotiator"), "--as", at("west.json")));
  expect(statSync(at("west.json")).mode & 0o777).toBe(0o600);
  const thief = negotiate("join", linkOf("West, negotiator"), "--as", at("thief.json"));
  expect(thief).toMatchObject({ exit: 1, stdout: "", stderr: expect.stringContaining("taken in another browser") });
  // in the file that has the seat's keys the link, though used, changes nothing
  const again = negotiate("join", linkOf("West, negotiator"), "--as", at("west.json"));
  expect(again).toMatchObject({ exit: 0, stdout: expect.stringContaining("West, negotiator: seated") });
  const other = negotiate("join", linkOf("Mediator"), "--as", at("east.json"));
  expect(other.stderr).toContain("is not this seat's");
  const cut = negotiate("join", linkOf("Mediator").slice(0, -10), "--as", at("cut.json"));
  expect({ exit: cut.exit, stderr: cut.stderr }).toEqual({
    exit: 2,
    stderr: expect.stringContaining("copy the whole link again"),
  });
  expect(existsSync(at("cut.json"))).toBe(false);
}, 60_000);

test("watch prints what happens as it happens", async () => {
  watching = spawn(process.execPath, [join(home, "bin", "entente"), "negotiate", "watch", at("west.json")]);
  watching.stdout?.on("data", (chunk) => {
    watched += chunk;
  });
  await heard("East, negotiator joins.");
  done(send("east.json", "--say", "Good morning.\u001b[31m"));
  await heard("East, negotiator: Good morning.");
  expect(watched).not.toContain("\u001b");
}, 60_000);

test("an offer under a condition, a counteroffer and an acceptance are stored, and heard on the other side", async () => {
  const offer = send(
    "east.json",
    "--channel",
    "keeping",
    "--offer",
    "keeper=east",
    "--if",
    "money:toll=none|small",
    "--note",
    "For a while.",
  );
  expect(done(offer)).toBe("Stored: offer 1 in Keeping.\n");
  await heard("East, negotiator tables offer 1: keeper=east, if Money:toll=none|small. For a while.");
  done(send("west.json", "--channel", "keeping", "--offer", "keeper=both", "--counter", "1"));
  await heard("tables offer 2, in answer to offer 1: keeper=both.");
  done(send("east.json", "--channel", "keeping", "--accept", "2"));
  await heard("Provisionally agreed, subject to the whole: offer 2.");
}, 60_000);

test.each<[readonly string[], number, string]>([
  [["--channel", "keeping", "--accept", "2"], 2, "not on the table: it is provisionally agreed"],
  [["--channel", "money", "--offer", "keeper=east"], 1, "(R3.3)"],
  [["--channel", "money", "--proposal", "toll=none"], 1, "(R3.1)"],
  [["--channel", "moeny", "--say", "x"], 2, 'no channel "moeny". Did you mean "Money"?'],
  [["--channel", "money", "--offer", "toll=huge"], 2, 'toll has no option "huge"'],
  [["--offer", "toll=none", "--if", "toll=none"], 2, "--if takes channel:issue=option"],
  [["--vote", "yes"], 2, "Nobody has moved to adopt"],
  [["--vote", "maybe"], 2, "yes, no, abstain"],
  [["--say", "x", "--accept", "1"], 2, "Say one thing to do"],
  [["--move-adoption"], 2, "Settle these with --move-adoption issue=option: toll"],
])(
  "send %j cannot be done, and says why",
  (words, exit, message) => {
    const ran = send("east.json", ...words);
    expect({ stdout: ran.stdout, exit: ran.exit }).toEqual({ stdout: "", exit });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toContain("This is a mistake in Entente");
  },
  30_000,
);

test("a sealed yes shows one word, and a settlement is adopted, initialled, signed and ratified", async () => {
  done(negotiate("join", linkOf("Mediator"), "--as", at("mediator.json")));
  done(send("mediator.json", "--channel", "money", "--call-yes", "toll=small"));
  for (const file of ["east.json", "west.json"]) done(send(file, "--channel", "money", "--answer", "yes"));
  await heard("All have said yes.");
  done(send("east.json", "--move-adoption", "toll=small"));
  await heard("moves to adopt: toll=small keeper=both.");
  for (const step of [["--vote", "yes"], ["--initial"], ["--sign"], ["--ratify"]]) {
    for (const file of ["east.json", "west.json"]) done(send(file, ...step));
  }
  await heard("has ratified the settlement; all have.");
}, 60_000);

test("the record that a seat exports verifies, and one that was touched does not", () => {
  expect(done(negotiate("export", at("east.json"), "--to", at("record.json")))).toContain("entente verify");
  const verified = entente(["verify", at("record.json"), "--json"], { home });
  expect(verified.exit).toBe(0);
  const { record } = JSON.parse(verified.stdout);
  const kinds = record.milestones.map(({ kind }: { readonly kind: string }) => kind);
  expect(kinds).toEqual(["adopted", "initialled", "initialled", "signed", "signed", "ratified", "ratified"]);
  const names = new Map(record.seats.map(({ seat, name }: { seat: string; name: string }) => [seat, name]));
  for (const { countersignedBy } of record.milestones) {
    expect(countersignedBy.map((seat: string) => names.get(seat))).toContain("West, negotiator"); // who was watching
  }
  const text = readFileSync(at("record.json"), "utf8");
  writeFileSync(at("touched.json"), text.replace("For a while.", "For always. "));
  expect(entente(["verify", at("touched.json")], { home }).exit).toBe(1);
}, 60_000);

test("what a program had sent when it was killed is done once, however often it is asked about", async () => {
  const { kept } = JSON.parse(readFileSync(at("east.json"), "utf8"));
  const { sign } = keysOf(kept);
  const { record } = JSON.parse(entente(["verify", at("record.json"), "--json"], { home }).stdout);
  const { stream } = record.streams.find(({ name }: { readonly name: string }) => name === "Money");
  const key = "5".repeat(32);
  const command = { kind: "say", words: { plain: "Still here?" } };
  const text = commandText({ v: 1, negotiation: kept.negotiation, stream, seat: kept.seat, key, after: 1, command });
  const pending = { key, t: "command", stream, what: "say", text, signature: signCommand(text, sign), place: 1 };
  for (const words of ["Here I am.", "And again."]) {
    // as it lies there after a kill: before it was sent, then before its answer was taken in
    writeFileSync(
      at(`east.json.outbox/${key}.json`),
      JSON.stringify({ ...pending, queuedAt: record.milestones[0].at }),
    );
    done(send("east.json", "--channel", "money", "--say", words));
    await heard(`East, negotiator: ${words}`);
    expect(readdirSync(at("east.json.outbox"))).toEqual([]);
  }
  expect(watched.split("Still here?")).toHaveLength(2);
}, 60_000);

test("watch goes on by itself when the server comes back", async () => {
  const { port } = new URL(server.address);
  await ended(server, "SIGTERM");
  server = await served(["--port", port, "--data", at("data")], { home });
  done(send("east.json", "--say", "Back again."));
  await heard("East, negotiator: Back again.");
}, 90_000);

test("watch --json prints one line for each event", async () => {
  const child = spawn(process.execPath, [
    join(home, "bin", "entente"),
    "negotiate",
    "watch",
    at("west.json"),
    "--json",
  ]);
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  for (const until = performance.now() + 10_000; !text.includes("Back again.") && performance.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGKILL");
  const events = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events[0]).toMatchObject({ place: "Hall", version: 1, event: { kind: "opened" } });
  expect(events.at(-1)).toMatchObject({ place: "Plenary", text: "Back again.", event: { kind: "said" } });
}, 30_000);

test("Ctrl-C ends watch with exit code 0", async () => {
  const exited = once(watching, "exit");
  watching.kill("SIGINT");
  expect((await exited)[0]).toBe(0);
}, 30_000);

test.each(["create", "join", "watch", "send", "export"])(
  "negotiate %s --help shows examples and exit codes",
  (command) => {
    const { stdout, exit } = negotiate(command, "--help");
    expect(exit).toBe(0);
    expect(stdout).toContain(`Examples:\n  entente negotiate ${command} `);
    expect(stdout).toContain("Exit code: 0");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
  },
);

test("with a host that nobody answers at, or a file that is no seat, it says so", () => {
  const created = negotiate("create", at("ford"), "--to", at("none"), "--server", "http://127.0.0.1:9");
  expect({ exit: created.exit, stderr: created.stderr }).toEqual({
    exit: 2,
    stderr: expect.stringContaining("Nobody answers at http://127.0.0.1:9"),
  });
  writeFileSync(at("odd.json"), "{}");
  expect(send("odd.json", "--say", "x").stderr).toContain("is no file of a seat");
  expect(negotiate("watch", at("missing.json")).stderr).toContain("no such file");
  expect(negotiate("create", at("ford"), "--to", at("none"), "--seat", "king").stderr).toContain(
    "--seat takes PARTY:negotiator",
  );
}, 30_000);
