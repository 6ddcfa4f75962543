import { type Command, InvalidArgumentError } from "commander";
import type { ExitCode } from "../../failure.ts";
import type { Terminal } from "../../terminal.ts";
import { createHelp, exportHelp, joinHelp, negotiateHelp, sendHelp, watchHelp } from "./help-texts.ts";

/** `entente negotiate ...`: a seat at a table, by the same door as people in a browser. */
export function negotiateCommands(program: Command, terminal: Terminal, finish: (exit: ExitCode) => void): void {
  const negotiate = program
    .command("negotiate")
    .description("take a seat in a negotiation: create one, join, watch, send, export its record")
    .addHelpText("after", negotiateHelp);

  negotiate
    .command("create")
    .description("open a negotiation about a scenario's agenda; prints a link for each seat")
    .argument("<scenario>", "a folder, or a shipped scenario's name: its public part is the agenda")
    .requiredOption("--to <folder>", "where the convenor's seat is kept")
    .option("--server <url>", "the host, as `entente serve` prints its address", serverAddress, "http://127.0.0.1:4680")
    .option("--title <text>", "what the negotiation is called; the agenda's title unless given")
    .option(
      "--seat <seat...>",
      "further seats: UA:mandator, UA:support, UA:negotiator, mediator, chair, observer, trainer",
    )
    .option("--days <number>", "how long the links are good; 30 unless given", wholeNumber, 30)
    .option("--reusable", "links that may be taken more than once")
    .option("--json", "print the links as JSON (entente.invites/1)")
    .addHelpText("after", createHelp)
    .action(async (scenario, flags) => {
      const { createCommand } = await import("./create.ts");
      finish(await createCommand(scenario, flags, terminal));
    });

  negotiate
    .command("join")
    .description("take the seat of an invite link, and keep it in a file")
    .argument("<link>", "the whole link, in quotes: what stands after the # is the seat's key")
    .option("--as <file>", "the seat's file; named after the seat unless given")
    .addHelpText("after", joinHelp)
    .action(async (link, flags) => {
      const { joinCommand } = await import("./join.ts");
      finish(await joinCommand(link, flags, terminal));
    });

  negotiate
    .command("watch")
    .description("what this seat sees, as it happens, until Ctrl-C")
    .argument("<file>", "the seat's file")
    .option("--json", "one line of JSON for each event")
    .option("--new", "only what happens from now on")
    .addHelpText("after", watchHelp)
    .action(async (file, flags) => {
      const { watchCommand } = await import("./watch.ts");
      finish(await watchCommand(file, flags, terminal));
    });

  negotiate
    .command("send")
    .description("do one thing at the table, and wait until it is stored")
    .argument("<file>", "the seat's file")
    .option("--channel <name>", "the channel, by name or id; the plenary unless given")
    .option("--offer <issue=option...>", "table an offer: it binds you when it is accepted")
    .option("--supposal <issue=option...>", "table a supposal: it binds nobody")
    .option("--proposal <issue=option...>", "table a mediator's proposal")
    .option("--if <channel:issue=option...>", "only if that channel provisionally agrees one of option|option")
    .option("--counter <number>", "in answer to the offer of this number, which lapses", wholeNumber)
    .option("--note <text>", "words beside what is tabled")
    .option("--accept <number>", "accept an offer, subject to the whole", wholeNumber)
    .option("--reject <number>", "reject an offer; it stays on the table", wholeNumber)
    .option("--reason <text>", "with --reject: why")
    .option("--say <text>", "say something")
    .option("--withdraw <number>", "withdraw your delegation's offer", wholeNumber)
    .option("--call-yes <issue=option...>", "call for a sealed yes on this package")
    .option("--minutes <number>", "with --call-yes: how long it may be answered; 60 unless given", wholeNumber, 60)
    .option("--answer <yes|no>", "answer the sealed yes that is being asked for", oneOf("yes", "no"))
    .option(
      "--move-adoption [issue=option...]",
      "move to adopt what closes, in plenary; with the options for what the groups have left open",
    )
    .option("--vote <yes|no|abstain>", "vote on the motion", oneOf("yes", "no", "abstain"))
    .option("--initial", "initial the settlement that was adopted")
    .option("--sign", "sign it")
    .option("--ratify", "ratify it")
    .option("--override <reason>", "send it although it is outside the mandate: recorded for your delegation first")
    .addHelpText("after", sendHelp)
    .action(async (file, flags) => {
      const { sendCommand } = await import("./send.ts");
      finish(await sendCommand(file, flags, terminal));
    });

  negotiate
    .command("export")
    .description("write the record as this seat sees it, to be checked without the host")
    .argument("<file>", "the seat's file")
    .requiredOption("--to <bundle>", "the file to write")
    .addHelpText("after", exportHelp)
    .action(async (file, flags) => {
      const { exportCommand } = await import("./export.ts");
      finish(await exportCommand(file, flags, terminal));
    });
}

function serverAddress(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError("It is an address such as http://127.0.0.1:4680 or https://talks.example.");
  return text;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError("It is a whole number from 1 to 999999.");
  return Number(text);
}

function oneOf(...words: readonly string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new InvalidArgumentError(`It is one of: ${words.join(", ")}.`);
    return text;
  };
}
