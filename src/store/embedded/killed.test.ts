import { afterAll, expect, test, vi } from "vitest";
import { dataFolder, entry, eventually, newId, sample } from "../../../test/contracts/store-samples.ts";
import { openStore } from "../open-store.ts";
import type { Store } from "../store.ts";
import { readPidFile } from "./running-server.ts";

vi.setConfig({ hookTimeout: 60_000 }); // making a database beside other heavy work

const folder = dataFolder();
let store: Store | undefined;
afterAll(async () => {
  await store?.close();
  folder.remove();
});

const writers = 6;
const kills = 3;

test("PostgreSQL is killed three times while six write: every acknowledged entry is there, once and in order", async () => {
  const opened = await openStore({ dataFolder: folder.path });
  store = opened;
  const { created, id } = sample();
  const streams = Array.from({ length: 3 }, () => newId()); // two writers to each
  await opened.create({
    ...created,
    streams: [
      ...created.streams,
      ...streams.map((stream) => ({ stream, kind: "channel" as const, audience: [], entries: [] })),
    ],
  });

  const acknowledged: { readonly stream: string; readonly version: number; readonly body: string }[] = [];
  let isOver = false;
  let attempted = 0;
  /** One append in flight; after a conflict it reads where the stream is and tries again. */
  async function write(writer: number): Promise<void> {
    const stream = streams[writer % streams.length]!;
    let expected = 0;
    for (let turn = 0; !isOver; turn += 1) {
      const body = JSON.stringify({ writer, turn });
      attempted += 1;
      const key = { seat: `seat ${writer}`, key: `key ${turn}`, digest: body, answer: "" };
      for (;;) {
        const part = { stream, expected, entries: [entry(expected + 1, body)] };
        const outcome = await opened.append({
          negotiation: id,
          parts: [part],
          created: [],
          key: { ...key, answer: String(expected + 1) },
        });
        if (outcome.kind === "conflict") {
          expected = (await opened.head(id, stream))?.version ?? 0;
          continue;
        }
        const version = outcome.kind === "appended" ? expected + 1 : Number(outcome.answer.answer);
        acknowledged.push({ stream, version, body });
        expected = version;
        break;
      }
    }
  }

  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  for (let kill = 0; kill < kills; kill += 1) {
    const before = acknowledged.length;
    await eventually(() => acknowledged.length >= before + 40);
    const pid = readPidFile(`${folder.path}/postgres`)?.pid ?? 0;
    process.kill(pid, "SIGKILL");
    await eventually(() => readPidFile(`${folder.path}/postgres`)?.pid !== pid);
    const atRestart = acknowledged.length;
    await eventually(() => acknowledged.length > atRestart + writers);
  }
  isOver = true;
  await writing;

  expect(acknowledged).toHaveLength(attempted);
  for (const stream of streams) {
    const stored = await opened.entries(id, stream, 0, 100_000);
    expect(stored.map(({ version }) => version)).toEqual(stored.map((_, index) => index + 1));
    const told = acknowledged.filter((one) => one.stream === stream).sort((one, other) => one.version - other.version);
    expect(stored.map(({ version, body }) => ({ stream, version, body }))).toEqual(told);
  }
});
