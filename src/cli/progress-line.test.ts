import { expect, test } from "vitest";
import type { ProgressReport } from "#compute";
import { progressLine, progressText } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";

const report = (phase: string, done: number, elapsedMs: number): ProgressReport => ({
  phase,
  done,
  of: 5000,
  refinable: true,
  elapsedMs,
});

function pipe(): { readonly told: string[]; readonly terminal: Terminal } {
  const told: string[] = [];
  return {
    told,
    terminal: {
      print: () => {},
      tell: (text) => void told.push(text),
      columns: 80,
      colour: false,
      isInteractive: false,
    },
  };
}

test("progress says the phase, how far it has got, and for how long it has run", () => {
  expect(progressText(report("frontier", 1240, 3210))).toMatch(/^frontier {2}1,240 of 5,000 {2}3\.2 s {2}\(Ctrl-C/);
});

test("a pipe is told each phase once, when it was asked for", () => {
  const { told, terminal } = pipe();
  const line = progressLine(terminal, true);
  for (let done = 0; done < 100; done++) line.show(report(done < 50 ? "diagram" : "frontier", done, done * 100));
  line.clear();
  expect(told).toEqual(["diagram (0.0 s)", "frontier (5.0 s)"]);
});

test("a pipe is told nothing when it was not asked for", () => {
  const { told, terminal } = pipe();
  progressLine(terminal, false).show(report("frontier", 1, 60_000));
  expect(told).toEqual([]);
});
