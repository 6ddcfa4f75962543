// npm run test:crash [-- ROUNDS SEED]: kills the server and its PostgreSQL with kill -9 while seats negotiate, and prints
// what became of what was acknowledged. With DATABASE_URL that database is used, and only servers are killed.
import { cpus, loadavg } from "node:os";
import { type CrashRun, crashRun, type Kill, type Resumed, type Round } from "./crash-run.ts";

const rounds = Number(process.argv[2] ?? 21);
const seed = Number(process.argv[3] ?? 1);
const databaseUrl = process.env.DATABASE_URL;

const opening: readonly Kill[] = [{ at: "before creating" }, { at: "after creating" }, { at: "after joining" }];
const ofTheDatabase: readonly Kill[] = databaseUrl ? [] : ["postmaster", "server and postmaster"];
const working: readonly Kill[] = [
  ...([{ at: "before append" }, "server", { at: "after commit" }, { at: "while resuming" }] satisfies readonly Kill[]),
  ...([{ at: "after delivery" }, "server", { at: "after answer" }, "server", "server"] satisfies readonly Kill[]),
  ...ofTheDatabase,
];
const plan = Array.from({ length: rounds }, (): Round => ({ opening, working }));
const loadBefore = loadavg();
const run = await crashRun(plan, {
  seed,
  ...(databaseUrl ? { databaseUrl } : {}),
  tell: (sentence) => sentence.includes("runs already") || console.error(sentence), // as after every kill
});
console.log(report(run));
process.exitCode = isKept(run) ? 0 : 1;

function isKept({ judged, resumed }: CrashRun): boolean {
  return (
    judged.every(({ faults }) => faults.length === 0) &&
    [...resumed.server, ...resumed.postmaster].every(({ took }) => took <= 5000)
  );
}

function report({ kills, serverKills, postmasterKills, resumed, wires, judged, seconds }: CrashRun): string {
  const sum = (of: "asked" | "acknowledged" | "refused" | "unanswered" | "entries" | "sealedCalls"): number =>
    judged.reduce((total, each) => total + each[of], 0);
  const times = [...resumed.server, ...resumed.postmaster];
  const faults = judged.flatMap((each) => each.faults);
  return [
    `kill -9 of the server             ${serverKills}`,
    `kill -9 of PostgreSQL             ${postmasterKills}`,
    ...Object.entries(kills).map(([name, count]) => `  ${name.padEnd(32)}${count}`),
    `negotiations, of 7 seats          ${judged.length}`,
    `commands asked for                ${sum("asked")}`,
    `acknowledged                      ${sum("acknowledged")}`,
    `refused by a rule of the room     ${sum("refused")}`,
    `left without an answer            ${sum("unanswered")}`,
    `entries stored and verified       ${sum("entries")}`,
    `sealed yeses of both sides kept   ${sum("sealedCalls")}`,
    `asked what became of a key        ${wires.asked}`,
    `  stored, its answer was lost     ${wires.foundDone}`,
    `  sent again                      ${wires.sentAgain}`,
    `most in flight of one client      ${wires.mostInFlight}`,
    "work resumed",
    ...[...new Set(times.map(({ after }) => after))].map(
      (after) => `  after ${after.padEnd(26)}${spread(times.filter((each) => each.after === after))}`,
    ),
    `  whatever was killed             ${spread(times)}`,
    `faults                            ${faults.length}`,
    ...faults.slice(0, 20).map((fault) => `  ${fault}`),
    `seed ${seed}, ${Math.round(seconds)} s, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), load ${[loadBefore, loadavg()].map(([one = 0]) => one.toFixed(1)).join(" to ")}`,
  ].join("\n");
}

function spread(times: readonly Resumed[]): string {
  if (times.length === 0) return "not measured";
  const sorted = times.map(({ took }) => took).toSorted((one, other) => one - other);
  const at = (share: number): string => `${((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 1000).toFixed(2)} s`;
  return `median ${at(0.5)}, 95 % ${at(0.95)}, worst ${at(1)} (${times.length} times)`;
}
