import { Command, InvalidArgumentError } from "commander";
import { negotiateCommands } from "./commands/negotiate/commands.ts";
import type { ExitCode } from "./failure.ts";
import {
  analyzeHelp,
  checkHelp,
  claimsHelp,
  durabilityHelp,
  evaluateHelp,
  gameHelp,
  importHelp,
  robustnessHelp,
  serveHelp,
  stabilityHelp,
  verifyHelp,
} from "./help-texts.ts";
import type { Terminal } from "./terminal.ts";

const scenarioWords = "a folder, a shipped scenario's name, or a GENIUS or GeniusWeb folder";
const domainWords = "in a GENIUS or GeniusWeb folder: the domain to use";
const profilesWords = "in such a folder: the parties' profiles in order, separated by commas";
const progressWords = "show progress even when standard error is not a terminal";

/**
 * The commands and their flags. Each command's own code is imported when it runs and not before: start-up pays for one
 * command only. `finish` receives the exit code of the command that ran.
 */
export function ententeProgram(version: string, terminal: Terminal, finish: (exit: ExitCode) => void): Command {
  const program = new Command("entente")
    .description("An open workbench for negotiating settlements that hold.")
    .version(version, "-V, --version", "the version of Entente")
    .helpOption("-h, --help", "this text")
    .helpCommand("help [command]", "what a command does, with examples")
    .configureHelp({ helpWidth: terminal.columns })
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.tell })
    .exitOverride();

  program
    .command("check")
    .description("list every mistake in scenarios and sheets, and how to fix each")
    .argument("<path...>", "scenario folders, single files, or names of shipped scenarios")
    .addHelpText("after", checkHelp)
    .action(async (paths) => {
      const { checkCommand } = await import("./commands/check.ts");
      finish(await checkCommand(paths, terminal));
    });

  program
    .command("analyze")
    .argument("<scenario>", scenarioWords)
    .description("is there a deal: who gains, who blocks and by how much, what would open the way")
    .option("--json", "print the whole analysis as JSON (entente.analysis/1)")
    .option("--report <file.html>", "write one self-contained page with plots and sources")
    .option("--budget <seconds>", "time for what can be refined, such as a large frontier", secondsOf, 10)
    .option("--without-red-lines", "do not enforce hard red lines")
    .option("--without-floors", "do not enforce floors")
    .option("--without-definitional-rules", "leave out the rules that only say what has no meaning")
    .option("--declared <party...>", "enforce the declared red lines of these parties too, or of all")
    .option("--lock <issue=option...>", "only settlements with these choices")
    .option("--from <package>", "with --free: everything else stays as in this package")
    .option("--free <name...>", "with --from: the issues or clusters that may change")
    .option("--seed <number>", "seed of every estimate; 1 unless given", wholeNumber)
    .option("--domain <file>", domainWords)
    .option("--profiles <files>", profilesWords, names)
    .option("--progress", progressWords)
    .addHelpText("after", analyzeHelp)
    .action(async (scenario, flags) => {
      const { analyzeCommand } = await import("./commands/analyze.ts");
      finish(await analyzeCommand(scenario, flags, terminal));
    });

  program
    .command("evaluate")
    .argument("<scenario>", scenarioWords)
    .description("judge a package: what it is worth to each party, and why one refuses")
    .option("--package <name>", "the named package to judge; default: every one")
    .option("--set <issue=option...>", "change these choices first, or, without --package, judge exactly these")
    .option("--json", "print as JSON")
    .option("--domain <file>", domainWords)
    .option("--profiles <files>", profilesWords, names)
    .option("--progress", progressWords)
    .addHelpText("after", evaluateHelp)
    .action(async (scenario, flags) => {
      const { evaluateCommand } = await import("./commands/evaluate.ts");
      finish(await evaluateCommand(scenario, flags, terminal));
    });

  program
    .command("claims")
    .argument("<scenario>", scenarioWords)
    .description("decide the scenario's claims: holds, holds in N % of draws, or does not hold")
    .option("--row <row>", "only the claim of this row, such as A28, or of this id")
    .option("--draws <number>", "random draws from the sheets' ranges; 1000 unless given", positiveWhole)
    .option("--seed <number>", "seed of the draws; 1 unless given", wholeNumber)
    .option("--json", "print as JSON")
    .option("--domain <file>", domainWords)
    .option("--profiles <files>", profilesWords, names)
    .option("--progress", progressWords)
    .addHelpText("after", claimsHelp)
    .action(async (scenario, flags) => {
      const { claimsCommand } = await import("./commands/claims.ts");
      finish(await claimsCommand(scenario, flags, terminal));
    });

  program
    .command("robustness")
    .argument("<scenario>", scenarioWords)
    .description("how much depends on the exact numbers: every judgement drawn from its range, many times")
    .option("--draws <number>", "random draws; 1000 unless given", positiveWhole)
    .option("--seed <number>", "seed of the draws; 1 unless given", wholeNumber)
    .option("--json", "print as JSON")
    .option("--domain <file>", domainWords)
    .option("--profiles <files>", profilesWords, names)
    .option("--progress", progressWords)
    .addHelpText("after", robustnessHelp)
    .action(async (scenario, flags) => {
      const { robustnessCommand } = await import("./commands/robustness.ts");
      finish(await robustnessCommand(scenario, flags, terminal));
    });

  program
    .command("durability")
    .argument("<scenario>", scenarioWords)
    .description("will it hold: would an attack pay, would a cheat be seen, who would leave it first")
    .option("--package <name>", "the named package to judge; default: the one that was presented, else the first")
    .option("--set <issue=option...>", "change these choices first, or, without --package, judge exactly these")
    .option("--draws <number>", "random draws from the judgements; 1000 unless given", positiveWhole)
    .option("--seed <number>", "seed of the draws; 1 unless given", wholeNumber)
    .option("--json", "print as JSON (entente.durability-answer/1)")
    .option("--geometry", "with --json: the shapes of the tiers too")
    .option("--domain <file>", domainWords)
    .option("--profiles <files>", profilesWords, names)
    .option("--progress", progressWords)
    .addHelpText("after", durabilityHelp)
    .action(async (scenario, flags) => {
      const { durabilityCommand } = await import("./commands/durability.ts");
      finish(await durabilityCommand(scenario, flags, terminal));
    });

  program
    .command("stability")
    .argument("<conflict>", "a conflict file (.yaml), a .gmcr file, or a shipped conflict's name")
    .description("which states of a conflict hold: for whom, against which answers, and who leaves first")
    .option("--state <levers>", 'where things stand: the levers taken, separated by commas; "" for none')
    .option("--budget <seconds>", "time for what can be left open; 60 unless given", secondsOf, 60)
    .option("--to <file>", "write the conflict as .gmcr or .yaml instead")
    .option("--json", "print as JSON (entente.stability/1)")
    .option("--progress", progressWords)
    .addHelpText("after", stabilityHelp)
    .action(async (conflict, flags) => {
      const { stabilityCommand } = await import("./commands/stability.ts");
      finish(await stabilityCommand(conflict, flags, terminal));
    });

  program
    .command("game")
    .argument("[file]", "a game in extensive form (.efg) or in strategic form (.nfg)")
    .description("the equilibria of a small game: what each player does and believes, and what it would regret")
    .option("--model <name>", "instead of a file: a model of deterrence, bargaining or inspection")
    .option("--with <name=value...>", "with --model: set these numbers of the model")
    .option("--models", "list the models and their numbers")
    .option("--to <file>", "write the game again, as .efg or .nfg, instead")
    .option("--json", "print as JSON (entente.game/1)")
    .option("--progress", progressWords)
    .addHelpText("after", gameHelp)
    .action(async (file, flags) => {
      const { gameCommand } = await import("./commands/game.ts");
      finish(await gameCommand(file, flags, terminal));
    });

  program
    .command("import")
    .description("write a GENIUS or GeniusWeb negotiation domain as a scenario folder")
    .argument("<format>", "genius or geniusweb")
    .argument("<path>", "the folder that holds the domain and its profiles")
    .requiredOption("--to <folder>", "the scenario folder to write; it must not exist, or be empty")
    .option("--domain <file>", "the domain, when the folder holds several")
    .option("--profiles <files>", "the parties' profiles in order, separated by commas", names)
    .addHelpText("after", importHelp)
    .action(async (format, path, flags) => {
      const { importCommand } = await import("./commands/import.ts");
      finish(await importCommand(format, path, flags, terminal));
    });

  program
    .command("verify")
    .description("check a negotiation's record offline: whole, unchanged, signed by whom; or the first bad entry")
    .argument("<bundle>", "the file that a seat has exported")
    .option("--json", "print as JSON (entente.verification/1)")
    .option("--host-key <key>", "the host's key as your own client shows it, 64 hexadecimal digits", hexKey)
    .addHelpText("after", verifyHelp)
    .action(async (bundle, flags) => {
      const { verifyCommand } = await import("./commands/verify.ts");
      finish(await verifyCommand(bundle, flags, terminal));
    });

  negotiateCommands(program, terminal, finish);

  program
    .command("serve")
    .description("the workbench in your browser, served by this machine to itself")
    .option("--port <number>", "the port to listen on; 4680, or the next free one, unless given; 0: any", portNumber)
    .option("--host <address>", "the address to listen on: others may open the page if they can reach it", "127.0.0.1")
    .option("--data <folder>", "where the negotiations of rooms are kept")
    .option("--no-rooms", "the workbench alone: no rooms, and no database for them")
    .addHelpText("after", serveHelp)
    .action(async (flags) => {
      const { serveCommand } = await import("./commands/serve.ts");
      finish(await serveCommand(flags, terminal));
    });

  return program;
}

function secondsOf(text: string): number {
  const seconds = text.trim() === "" ? Number.NaN : Number(text);
  if (!(seconds >= 0)) throw new InvalidArgumentError("It is a number of seconds, such as 10 or 0.5.");
  return seconds;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > 0xffffffff)
    throw new InvalidArgumentError("It is a whole number from 0 to 4294967295.");
  return Number(text);
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError("It is a whole number from 0 to 65535.");
  return Number(text);
}

function hexKey(text: string): string {
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new InvalidArgumentError("It is 64 hexadecimal digits.");
  return text.toLowerCase();
}

function positiveWhole(text: string): number {
  if (!/^\d{1,8}$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError("It is a whole number from 1 to 99999999.");
  return Number(text);
}

function names(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
