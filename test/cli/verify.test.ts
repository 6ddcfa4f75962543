import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { documentDigest, recordedSettlement } from "#record";
import { climb, join } from "../record/random-record.ts";
import { act, exported, parsed, type Rehearsal, type RehearsedSeat, rehearse } from "../record/rehearsal.ts";
import { tinyAgenda } from "../record/tiny-agenda.ts";
import { entente } from "./entente.ts";

let folder = "";
let rehearsal: Rehearsal;
let ua: RehearsedSeat;
let text = "";
const file = (name: string, content: string | Uint8Array): string => {
  const where = path(folder, name);
  writeFileSync(where, content);
  return where;
};

beforeAll(() => {
  folder = mkdtempSync(path(tmpdir(), "entente-verify-"));
  rehearsal = rehearse(seededRandom(3), ["UA", "RU"], tinyAgenda);
  ua = rehearsal.seats[1]!;
  join(rehearsal, ua);
  const words = { plain: "\u001b[2J Hello" };
  const said = { kind: "said", seat: ua.id, words } as const;
  act(rehearsal, rehearsal.streams[1]!, ua, { kind: "say", words }, [said]);
  climb(rehearsal, ua, recordedSettlement);
  text = exported(rehearsal, ua);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("entente verify", () => {
  test("says in plain words what a record proves, and exits with 0", () => {
    const { stdout, stderr, exit } = entente(["verify", file("record.json", text)]);
    expect(exit, stderr).toBe(0);
    expect(stdout).toContain('The record of "A rehearsal" is whole and as it was written.');
    expect(stdout).toContain(rehearsal.host.publicKey);
    expect(stdout).toContain(`SHA-256 ${documentDigest(tinyAgenda)}`);
    expect(stdout).toMatch(/UA, negotiator +\d+ signed commands/);
    expect(stdout).toMatch(/adopted: Plenary, entry \d+/);
    expect(stdout).toMatch(/ratified by UA: Plenary, entry \d+/);
    expect(stdout).toContain("countersigned by UA, negotiator");
  });

  test("--json prints the same for programs", () => {
    const { stdout, exit } = entente(["verify", file("record.json", text), "--json"]);
    expect(exit).toBe(0);
    const { schema, verified, record } = JSON.parse(stdout);
    expect([schema, verified, record.hostKey]).toEqual(["entente.verification/1", true, rehearsal.host.publicKey]);
    expect(record.milestones.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...["adopted", "initialled", "signed", "ratified"],
    ]);
  });

  test("names the first bad entry, and exits with 1", () => {
    const bundle = parsed(text);
    const [hall, plenary, ...rest] = bundle.streams;
    const entries = plenary!.entries.map((entry, at) =>
      at === 1 ? { ...entry, body: entry.body.replace("Hello", "Hullo") } : entry,
    );
    const changed = JSON.stringify({ ...bundle, streams: [hall, { ...plenary, entries }, ...rest] });
    const name = file("tampered.json", changed);
    const { stdout, exit } = entente(["verify", name]);
    expect(exit).toBe(1);
    expect(stdout).toContain(`First fault: entry 2 of stream ${plenary!.stream}. Its hash does not follow`);
    const json = entente(["verify", name, "--json"]);
    expect(json.exit).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      verified: false,
      fault: { where: { kind: "entry", stream: plenary!.stream, version: 2 } },
    });
  });

  test("refuses a record of another host than the one that is known", () => {
    const name = file("record.json", text);
    expect(entente(["verify", name, "--host-key", rehearsal.host.publicKey]).exit).toBe(0);
    const other = entente(["verify", name, "--host-key", "ab".repeat(32)]);
    expect(other.stdout).toContain("and not the one that you gave");
    expect(other.exit).toBe(1);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "hello"],
    ["another JSON", '{"a":1}'],
    ["bytes that are no text", Uint8Array.of(0xff, 0xfe, 0x00)],
    ["a nest without end", "[".repeat(300_000)],
  ])("a file with %s is no record: exit 2", (_what, content) => {
    const { stdout, stderr, exit } = entente(["verify", file("odd.json", content)]);
    expect(stderr).toContain("cannot be read as a record");
    expect(stdout).toBe("");
    expect(exit).toBe(2);
  });

  test("what a file calls itself moves no cursor", () => {
    const named = rehearse(seededRandom(5), ["\u001b[31mUA\u202e", "RU"]);
    const seat = named.seats[1]!;
    join(named, seat);
    const { stdout, exit } = entente(["verify", file("named.json", exported(named, seat))]);
    expect(exit).toBe(0);
    for (const turning of ["\u001b", "\u202e"]) expect(stdout).not.toContain(turning);
  });
});
