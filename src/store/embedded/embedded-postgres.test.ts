import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { dataFolder, eventually, superuserUrl } from "../../../test/contracts/store-samples.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { isAlive, startOf } from "./processes.ts";
import { readPidFile } from "./running-server.ts";

vi.setConfig({ hookTimeout: 60_000 }); // making a database beside other heavy work

const folder = dataFolder();
const data = join(folder.path, "postgres");
const said: string[] = [];
const open: EmbeddedPostgres[] = [];

async function start(more: { readonly loopback?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder: folder.path, tell: (sentence) => said.push(sentence), ...more });
  open.push(server);
  return server;
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  said.length = 0;
});
afterAll(folder.remove);

async function ask(url: string, query: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return Object.values((await client.query(query)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("a first start makes everything, for us alone; the next one finds it; each stops when it is closed", async () => {
  const first = await start();
  const pid = first.pid();
  expect(first.how).toBe("started");
  expect(first.took.initialising).toBeGreaterThan(0);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder.path, "passwords.json")).mode & 0o777).toBe(0o600);
  expect(await ask(first.applicationUrl, "select current_user")).toBe("entente_app");
  expect(await ask(first.ownerUrl, "select current_user")).toBe("entente_owner");
  const superuser = superuserUrl(folder.path, first.applicationUrl);
  expect(await ask(superuser, "show data_checksums")).toBe("on");
  expect(await ask(superuser, "show listen_addresses")).toBe("");
  expect(await ask(superuser, "select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256'")).toBe(
    0,
  );
  const wrong = new URL(first.applicationUrl);
  wrong.password = "guessed";
  await expect(ask(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
  await first.close();
  expect(isAlive(pid)).toBe(false);

  const second = await start();
  expect(second.how).toBe("started");
  expect(second.took.initialising).toBe(0);
  expect(await ask(second.applicationUrl, "select 1")).toBe(1);
});

test("two that start at once share one server, and who leaves last stops it", async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect([one.how, other.how].sort()).toEqual(["joined", "started"]);
  expect(one.pid()).toBe(other.pid());
  const starter = one.how === "started" ? one : other;
  await starter.close();
  const left = starter === one ? other : one;
  expect(await ask(left.applicationUrl, "select 1")).toBe(1);
  await left.close();
  expect(isAlive(left.pid())).toBe(false);
});

test("the server of a process that was killed goes on, and is taken over", async () => {
  const child = spawn(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL("./embedded-postgres.ts", import.meta.url).href)});
       const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder.path)} });
       console.log(server.pid());
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = await once(child.stdout, "data");
  const pid = Number(String(line));
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(pid)).toBe(true);
  const server = await start();
  expect(server.how).toBe("joined");
  expect(server.pid()).toBe(pid);
  expect(said).toEqual([expect.stringContaining("runs already")]);
  await server.close();
  expect(isAlive(pid)).toBe(false);
});

test("a server that dies is started again at the same address", async () => {
  const server = await start();
  const pid = server.pid();
  process.kill(pid, "SIGKILL");
  await eventually(() => server.pid() !== pid && said.includes("PostgreSQL had died and was started again"));
  expect(await ask(server.applicationUrl, "select 1")).toBe(1);
});

test("what a crash of the machine leaves is cleared away: a process number that is another's now", async () => {
  const stranger = spawn("sleep", ["60"], { stdio: "ignore" });
  try {
    const server = await start();
    await server.close();
    // as after a power cut: the file is there, and its number has been given to somebody else
    writeFileSync(
      join(data, "postmaster.pid"),
      `${stranger.pid}\n${data}\n1700000000\n5432\n${folder.path}/run\n\n\nready   \n`,
    );
    writeFileSync(join(folder.path, "starting.lock"), `${stranger.pid} 1 abandoned`);
    expect(startOf(stranger.pid ?? 0)).not.toBe("1");
    const again = await start();
    expect(again.how).toBe("started");
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  } finally {
    stranger.kill();
  }
});

test("on the loopback interface it keeps its port", async () => {
  const first = await start({ loopback: true });
  expect(readPidFile(data)?.host).toBe("127.0.0.1");
  expect(await ask(first.applicationUrl, "select 1")).toBe(1);
  await first.close();
  const second = await start({ loopback: true });
  expect(second.applicationUrl).toBe(first.applicationUrl);
});

test("no statement and no value of an error is written to its log", async () => {
  const server = await start();
  const canary = "canary-8c1f";
  const superuser = superuserUrl(folder.path, server.applicationUrl);
  await ask(superuser, "create table if not exists once (name text primary key)");
  await ask(superuser, `insert into once values ('${canary}') on conflict do nothing`);
  await expect(ask(superuser, `insert into once values ('${canary}')`)).rejects.toThrow("duplicate key");
  await expect(ask(superuser, `select '${canary}'::int`)).rejects.toThrow("invalid input syntax");
  await server.close();
  expect(readFileSync(join(folder.path, "postgres.log"), "utf8")).not.toContain(canary);
});

test("a data folder of another PostgreSQL, or without its passwords, stays closed and says why", async () => {
  const version = join(data, "PG_VERSION");
  const own = readFileSync(version, "utf8");
  writeFileSync(version, "12\n");
  await expect(start()).rejects.toThrow("was made by PostgreSQL 12 and this is PostgreSQL 18");
  writeFileSync(version, own);
  const passwords = join(folder.path, "passwords.json");
  const kept = readFileSync(passwords, "utf8");
  rmSync(passwords);
  await expect(start()).rejects.toThrow("passwords.json is missing");
  writeFileSync(passwords, JSON.stringify({ superuser: "x", owner: "x", application: "x" }), { mode: 0o600 });
  await expect(start()).rejects.toThrow("password authentication failed");
  expect(readPidFile(data)).toBeUndefined(); // and nothing is left running
  writeFileSync(passwords, kept, { mode: 0o600 });
  const server = await start();
  expect(await ask(server.applicationUrl, "select 1")).toBe(1);
});

test.runIf(process.getuid?.() === 0)(
  "under a folder that only root may enter, its things are kept elsewhere",
  async () => {
    const closed = join(folder.path, "closed");
    mkdirSync(closed, { mode: 0o700 });
    chmodSync(closed, 0o700);
    const server = await startEmbeddedPostgres({ folder: closed, tell: (sentence) => said.push(sentence) });
    try {
      expect(await ask(server.applicationUrl, "select 1")).toBe(1);
      expect(said[0]).toMatch(/no other user may enter .*closed: the database is kept in /);
      expect(existsSync(join(closed, "postgres"))).toBe(false);
    } finally {
      await server.close();
      const elsewhere = / is kept in (\S+) instead/.exec(said[0] ?? "")?.[1];
      if (elsewhere) execFileSync("rm", ["-r", elsewhere]);
    }
  },
);
