import { CommanderError } from "commander";
import { faultMessage } from "./fault.ts";
import { welcome } from "./help-texts.ts";
import { packageVersion } from "./package-root.ts";
import { ententeProgram } from "./program.ts";
import { terminalOf } from "./terminal.ts";

const words = process.argv.slice(2);
const terminal = terminalOf(process);

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0); // the reader has seen enough: `entente ... | head`
    throw error;
  });
}
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

try {
  // the exit code is set, not exited with: output on its way through a pipe would be cut off
  if (words.length === 0) terminal.print(welcome);
  else
    await ententeProgram(packageVersion(), terminal, (exit) => {
      process.exitCode = exit;
    }).parseAsync(words, { from: "user" });
} catch (error) {
  if (error instanceof CommanderError) endOfUsage(error);
  else fail(error);
}

/** Commander has already printed its help, version or complaint. */
function endOfUsage(error: CommanderError): void {
  if (error.exitCode === 0) {
    process.exitCode = 0;
    return;
  }
  const lists = ["--lock", "--set", "--free", "--declared"].filter((flag) => words.includes(flag));
  if (error.code === "commander.missingArgument" && lists.length > 0)
    terminal.tell(
      `${lists[0]} takes every word after it: write the scenario first, as in entente ${words[0]} SCENARIO ${lists[0]} ...`,
    );
  else if (error.code !== "commander.help")
    terminal.tell("`entente --help` lists the commands, `entente COMMAND --help` explains one.");
  process.exitCode = 2;
}

function fail(error: unknown): void {
  terminal.tell(faultMessage(error, packageVersion(), words, Boolean(process.env.ENTENTE_DEBUG)));
  process.exit(2);
}
