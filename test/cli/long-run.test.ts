import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout, entente } from "./entente.ts";

/** A search that tells when it has begun and obeys nothing; run by the real code of the command line. */
const deaf = `
  import { runOnTerminal } from "./src/cli/run-on-terminal.ts";
  import { terminalOf } from "./src/cli/terminal.ts";
  function* search() {
    for (let done = 0; ; done++) {
      const until = performance.now() + 5;
      while (performance.now() < until);
      yield { phase: "deaf", done, refinable: true };
    }
  }
  await runOnTerminal(search(), terminalOf(process), { progress: true });
`;

test("Ctrl-C during a long run prints what is proved so far, marked as such, and exits cleanly", async () => {
  const words = ["analyze", "textbook/large-40", "--budget", "600", "--progress", "--json"];
  const child = spawn(process.execPath, [join(checkout, "bin", "entente"), ...words], { cwd: checkout });
  const output = collected(child);
  await until(child, () => output.stderr.split("\n").length > 3); // it is in its third phase
  child.kill("SIGINT");
  const [exit] = await once(child, "close");
  expect(output.stderr).toContain("Stopping with what is proved so far.");
  const analysis = JSON.parse(output.stdout);
  expect(analysis.schema).toBe("entente.analysis/1");
  expect(analysis.agreementZone.exists).toEqual({ status: "exact", value: true });
  expect(analysis.notes.join("\n")).toContain("Stopped early by the user");
  expect(exit).toBe(0);
});

test("a second Ctrl-C leaves at once, as shells expect", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", deaf], { cwd: checkout });
  const output = collected(child);
  await until(child, () => output.stderr.includes("deaf"));
  child.kill("SIGINT");
  await until(child, () => output.stderr.includes("Ctrl-C again to leave without it"));
  child.kill("SIGINT");
  const [exit] = await once(child, "close");
  expect(exit).toBe(130);
});

test("progress is one line per phase where standard error is no terminal, and only when asked for", () => {
  const asked = entente(["analyze", "essequibo-2025", "--progress"]);
  expect(asked.stderr).toMatch(/^[a-z ]+ \(\d+\.\d s\)\n/i);
  const lines = asked.stderr
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/ \(.*/, ""));
  expect(new Set(lines).size).toBe(lines.length);
  expect(entente(["analyze", "essequibo-2025"]).stderr).toBe("");
});

test("the same scenario gives the same bytes, timings apart", () => {
  const once = entente(["analyze", "essequibo-2025", "--json"]).stdout;
  const again = entente(["analyze", "essequibo-2025", "--json"]).stdout;
  const timings = /"timings": \{[^}]*\}/;
  expect(once).toMatch(timings);
  expect(again.replace(timings, "")).toBe(once.replace(timings, ""));
});

test("a reader that stops reading stops the program quietly", async () => {
  const child = spawn(process.execPath, [
    join(checkout, "bin", "entente"),
    "analyze",
    "ukraine-2025",
    "--budget",
    "0",
    "--json",
  ]);
  const output = collected(child);
  child.stdout.once("data", () => child.stdout.destroy());
  const [exit] = await once(child, "close");
  expect(output.stderr).toBe("");
  expect(exit).toBe(0);
});

type Output = { stdout: string; stderr: string };

function collected(child: ChildProcessWithoutNullStreams): Output {
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    output.stdout += data;
  });
  child.stderr.on("data", (data) => {
    output.stderr += data;
  });
  return output;
}

async function until(child: ChildProcessWithoutNullStreams, said: () => boolean): Promise<void> {
  while (!said()) await once(child.stderr, "data");
}
