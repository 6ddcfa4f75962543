import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { domain, sizeOf } from "./domains.ts";
import { judge, type Measurement, median, rounded } from "./measurement.ts";
import { writeScenarioFolder } from "./scenario-folder.ts";

const entente = fileURLToPath(new URL("../bin/entente", import.meta.url));
const options = [2, 2, 2, 2, 5, 5, 5, 5];
const repeats = 7;

/** From the start of the process to the first byte of its answer, and to its end. Run `npm run prepare` first: built. */
export async function start(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    const seed = 1;
    writeScenarioFolder(
      domain({
        seed,
        options,
        parties: 3,
        values: "spatial",
        points: 1000,
        reservation: 0.55,
        linkages: 4,
        rules: 2,
        reach: 6,
      }),
      folder,
    );
    const small = await timed(["analyze", folder]);
    const flagship = await timed(["analyze", "ukraine-2025", "--json", "--budget", "0"]);
    return [
      {
        ...judge(
          {
            promise: `first answer on a ${sizeOf(options)}-settlement file from bin/entente, built`,
            unit: "s",
            of: "elapsed",
            promised: 0.3,
          },
          small.runs.map(({ firstByte }) => firstByte),
        ),
        cpuSeconds: small.cpuSeconds,
        detail: details(small.runs),
      },
      {
        ...judge(
          { promise: "everything but frontier refinement on ukraine-2025", unit: "s", of: "elapsed", promised: 1 },
          flagship.runs.map(({ end }) => end),
        ),
        cpuSeconds: flagship.cpuSeconds,
        detail: details(flagship.runs),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Timed = { readonly firstByte: number; readonly end: number };

type Timings = { readonly runs: readonly Timed[]; readonly cpuSeconds: number };

async function timed(parameters: readonly string[]): Promise<Timings> {
  await once(parameters); // the first one fills the disk cache
  const runs: Timed[] = [];
  for (let i = 0; i < repeats; i++) runs.push(await once(parameters));
  return {
    runs,
    cpuSeconds: rounded(median([cpuSeconds(parameters), cpuSeconds(parameters), cpuSeconds(parameters)])),
  };
}

/** Processor seconds of a run of its own, which says so itself at its end, on its third stream. */
function cpuSeconds(parameters: readonly string[]): number {
  const tell = `data:text/javascript,import { writeSync } from "node:fs";
    process.on("exit", () => writeSync(3, JSON.stringify(process.cpuUsage())))`;
  const child = spawnSync(process.execPath, ["--import", tell, entente, ...parameters], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const { user, system } = JSON.parse(child.output[3] ?? "") as NodeJS.CpuUsage; // written two lines above
  return (user + system) / 1e6;
}

function once(parameters: readonly string[]): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const seconds = (): number => (performance.now() - begun) / 1000;
    let firstByte: number | undefined;
    let complaint = "";
    const child = spawn(process.execPath, [entente, ...parameters], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", () => {
      firstByte ??= seconds();
    });
    child.stderr.on("data", (text) => {
      complaint += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0 || firstByte === undefined)
        reject(new Error(`entente ${parameters.join(" ")} ended with ${code}: ${complaint}`));
      else resolve({ firstByte, end: seconds() });
    });
  });
}

/** The launcher runs the sources where a source is newer than the program: then this is not what was promised. */
function isBuilt(): boolean {
  const program = fileURLToPath(new URL("../dist/node/main.js", import.meta.url));
  const sources = fileURLToPath(new URL("../src/", import.meta.url));
  const built = existsSync(program) ? statSync(program).mtimeMs : 0;
  return readdirSync(sources, { recursive: true, encoding: "utf8" }).every(
    (name) => statSync(join(sources, name)).mtimeMs <= built,
  );
}

function details(runs: readonly Timed[]): Readonly<Record<string, unknown>> {
  return {
    built: isBuilt(),
    medianFirstByteSeconds: rounded(median(runs.map(({ firstByte }) => firstByte))),
    medianEndSeconds: rounded(median(runs.map(({ end }) => end))),
  };
}
