import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { checkout, entente } from "./entente.ts";
import { answers, ended, type Served, served } from "./served.ts";

const otherNode = inject("otherNode");
/** The package as it is installed: built, without sources, what it depends on beside it. */
let home = "";
const begun: Served[] = [];
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "entente-served-"));
  cpSync(inject("packed"), home, { recursive: true });
  symlinkSync(join(checkout, "node_modules"), join(home, "node_modules"));
});
afterEach(() => {
  for (const { child } of begun.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function begin(words: readonly string[], node = process.execPath): Promise<Served> {
  const server = await served(words, { node, home });
  begun.push(server);
  return server;
}

test("entente serve prints its address and how to stop it, and nothing else", async () => {
  const server = await begin(["--port", "0"]);
  expect(server.stdout()).toMatch(/^Entente is at http:\/\/127\.0\.0\.1:\d+\/\nCtrl-C stops it\.\n$/);
  expect(server.stderr()).toBe("");
});

test("listening to other machines, it says so", async () => {
  const server = await begin(["--port", "0", "--host", "0.0.0.0"]);
  expect(server.stdout()).toMatch(/^Entente is at http:\/\/127\.0\.0\.1:\d+\/\n/);
  expect(server.stderr()).toBe("Whoever reaches this machine at 0.0.0.0 can open it; there is no sign-in.\n");
});

test("the page, what it is made of and the scenarios are there", async () => {
  const { address } = await begin(["--port", "0"]);
  const page = await (await fetch(`${address}s/ukraine-2025`)).text();
  const assets = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path!);
  expect(assets.length).toBeGreaterThan(0);
  for (const path of assets) {
    const { status, headers } = await fetch(address + path, { headers: { "accept-encoding": "br" } });
    expect({ path, status }).toEqual({ path, status: 200 });
    if (path.endsWith(".js")) expect(headers.get("content-encoding")).toBe("br");
  }
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|https?:\/\//); // what the policy would refuse
  const list = await (await fetch(`${address}scenarios`)).json();
  expect(list.scenarios.map(({ id }: { readonly id: string }) => id)).toContain("textbook/no-deal");
  const scenario = await (await fetch(`${address}scenarios/textbook/no-deal`)).json();
  expect(Object.keys(scenario.files)).toContain("scenario.yaml");
  expect((await fetch(`${address}fonts/fonts.json`)).status).toBe(200);
});

describe.each([
  { where: "the Node of the tests", node: process.execPath },
  ...(otherNode ? [{ where: "a launcher under the machine's own Node", node: otherNode }] : []),
])("under $where", ({ node }) => {
  test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s ends it with exit code 0 within a second", async (signal) => {
    const server = await begin(["--port", "0"], node);
    expect((await fetch(server.address)).status).toBe(200); // and keeps the connection
    const { exit, ms } = await ended(server, signal);
    expect(exit).toBe(0);
    expect(ms).toBeLessThan(1_000);
    expect(await answers(server.address)).toBe(false);
    expect(server.stderr()).toBe("");
  });

  test("killed outright, it leaves no server behind", async () => {
    const server = await begin(["--port", "0"], node);
    await ended(server, "SIGKILL");
    expect(await isGone(server.address)).toBe(true);
  });
});

test("npm start, told to end, leaves no server behind", async () => {
  // the shell that npm starts is its child; ended alone, it passes nothing on
  const command = `"${process.execPath}" "${join(home, "bin", "entente")}" serve --port 0; true`;
  const shell = spawn("sh", ["-c", command], { env: { ...process.env, npm_lifecycle_event: "start" } });
  const [line] = await once(shell.stdout, "data");
  const address = /http:\S+/.exec(String(line))![0];
  expect(await answers(address)).toBe(true);
  shell.kill("SIGKILL");
  expect(await isGone(address)).toBe(true);
});

test("a port that was asked for and is taken is a failure", async () => {
  const { address } = await begin(["--port", "0"]);
  const port = new URL(address).port;
  const { stdout, stderr, exit } = entente(["serve", "--port", port], { home });
  expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  expect(stderr).toMatch(new RegExp(`^Port ${port} is taken by another program\\. Choose another with --port`));
});

test("when the usual port is taken the next free one is, and it says so", async () => {
  const release = await occupied(4680); // unless somebody else already has it: then it is taken all the same
  try {
    const server = await begin([]);
    const port = Number(new URL(server.address).port);
    expect(port).toBeGreaterThan(4680);
    expect(server.stderr()).toBe(`Port 4680 is taken by another program; ${port} is the next free one.\n`);
  } finally {
    release();
  }
});

test("without a page it says what is missing", () => {
  const bare = mkdtempSync(join(tmpdir(), "entente-bare-"));
  cpSync(home, bare, { recursive: true, filter: (path) => !path.endsWith(join("dist", "web")) });
  const { stderr, exit } = entente(["serve", "--port", "0"], { home: bare });
  rmSync(bare, { recursive: true, force: true });
  expect(stderr).toBe("The page is not in this installation: dist/web is missing. Install Entente anew.\n");
  expect(exit).toBe(2);
});

describe("in a checkout", () => {
  let clone = "";
  const page = (): string => join(clone, "src", "web", "main.ts");
  beforeAll(() => {
    clone = mkdtempSync(join(tmpdir(), "entente-clone-"));
    cpSync(home, clone, { recursive: true, filter: (path) => !path.endsWith(join("dist", "web")) });
    for (const name of ["bin/build-page.js", "vite.config.ts", "package-lock.json"])
      cpSync(join(checkout, name), join(clone, name));
    mkdirSync(join(clone, "src", "web"), { recursive: true });
    const html = '<!doctype html><title>A page</title><script type="module" src="./main.ts"></script>';
    writeFileSync(join(clone, "src", "web", "index.html"), html);
    const later = Date.now() / 1000 + 3600; // the built program runs, whatever the page's sources become
    utimesSync(join(clone, "dist", "node", "main.js"), later, later);
  });
  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  test("without a page that can be built it says so", () => {
    writeFileSync(page(), "this is no program");
    const { stdout, stderr, exit } = entente(["serve", "--port", "0"], { home: clone });
    expect(stderr).toMatch(/^Building the page, once after each change \.\.\.\n[\s\S]*could not be built/);
    expect(stderr).toMatch(/\nThere is no page to serve\. Correct what is said above, [^\n]*\n$/);
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
  });

  test("the page is built first, and once; one that cannot be built anew is served as it was", async () => {
    writeFileSync(page(), "document.body.append('first');");
    for (const said of [/^Building the page[^\n]*\nBuilt the page in [\d.]+ s\.\n$/, /^$/]) {
      const server = await served(["--port", "0"], { home: clone });
      begun.push(server);
      expect(server.stderr()).toMatch(said);
      expect(await (await fetch(server.address)).text()).toContain("<title>A page</title>");
      expect((await ended(server, "SIGTERM")).exit).toBe(0);
    }
    writeFileSync(page(), "this is no program");
    const server = await served(["--port", "0"], { home: clone });
    begun.push(server);
    expect(server.stderr()).toMatch(/could not be built[\s\S]*\nThe page of an earlier build is served\.\n$/);
    expect(await (await fetch(server.address)).text()).toContain("<title>A page</title>");
  });

  test("Ctrl-C while the page is built ends it", async () => {
    writeFileSync(page(), "document.body.append('second');");
    const child = spawn(process.execPath, [join(clone, "bin", "entente"), "serve", "--port", "0"]);
    await once(child.stderr, "data"); // the build has begun
    child.kill("SIGINT");
    const [exit] = await once(child, "exit");
    expect(exit).toBe(0);
  });
});

test.each([
  [["--port", "lots"], "whole number from 0 to 65535"],
  [["--port", "65536"], "whole number from 0 to 65535"],
  [["--port", "0", "--host", "192.0.2.1"], '"192.0.2.1" is not an address of this machine'],
])("entente serve %s cannot run, and says why", (words, message) => {
  const { stderr, exit } = entente(["serve", ...words], { home });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("This is a mistake in Entente");
  expect(exit).toBe(2);
});

/** Whether nobody answers there any more, or soon. */
async function isGone(address: string): Promise<boolean> {
  for (const until = performance.now() + 2_000; performance.now() < until; ) {
    if (!(await answers(address))) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

function occupied(port: number): Promise<() => void> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(() => {}));
    server.listen(port, "127.0.0.1", () => resolve(() => server.close()));
  });
}
