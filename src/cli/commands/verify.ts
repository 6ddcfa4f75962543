import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { err, ok, type Result } from "#prelude";
import { type BundleFault, type Milestone, type VerifiedBundle, verifyBundle } from "#record";
import { checkNatively } from "../check-natively.ts";
import { plural } from "../diagnostics-text.ts";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../failure.ts";
import { systemReason } from "../system-reason.ts";
import { paint, type Terminal } from "../terminal.ts";

export type VerifyFlags = { readonly json?: boolean; readonly hostKey?: string };

/** Above what the format allows in UTF-16 units, whatever the characters. */
const largestFile = 512 * 1024 * 1024;

/** What a record proves, or the first thing that is wrong with it. Opens no connection and needs no host. */
export async function verifyCommand(path: string, flags: VerifyFlags, terminal: Terminal): Promise<ExitCode> {
  const text = readRecord(path);
  if (!text.ok) return endWith(terminal, text.error);
  const verdict = verifyBundle(text.value, { check: checkNatively() });
  const fault = verdict.ok ? faultOfHost(verdict.value, flags.hostKey) : verdict.error;
  if (fault?.where.kind === "file")
    return endWith(terminal, { exit: 2, message: `"${path}" cannot be read as a record. ${fault.message}` });
  if (flags.json) terminal.print(jsonOf(verdict.ok && !fault ? verdict.value : undefined, fault));
  else terminal.print(verdict.ok && !fault ? verifiedText(verdict.value) : faultText(path, fault!, terminal)); // one of both
  return fault ? 1 : 0;
}

function readRecord(path: string): Result<string, Failure> {
  try {
    // non-blocking: opening a named pipe would otherwise wait for a writer for ever
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const file = fstatSync(descriptor);
      if (!file.isFile()) return couldNotRun(`"${path}" is no file. Name the record that was exported.`);
      if (file.size > largestFile) return couldNotRun(`"${path}" is larger than ${largestFile / 2 ** 20} MB.`);
      return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(descriptor)));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof TypeError) return couldNotRun(`"${path}" cannot be read as a record. It is not UTF-8.`);
    return err({ exit: 2, message: `"${path}" cannot be read: ${systemReason(error)}.` });
  }
}

/** A record that somebody has made up with a host's key of its own is whole too: the reader knows the right key. */
function faultOfHost({ hostKey, streams }: VerifiedBundle, expected: string | undefined): BundleFault | undefined {
  if (expected === undefined || expected.toLowerCase() === hostKey) return undefined;
  return {
    where: { kind: "entry", stream: streams[0]!.stream, version: 1 }, // a verified record has a hall
    message: `It names ${hostKey} as the host's key, and not the one that you gave.`,
  };
}

function jsonOf(verified: VerifiedBundle | undefined, fault: BundleFault | undefined): string {
  const answer = fault ? { verified: false, fault } : { verified: true, record: verified };
  return JSON.stringify({ schema: "entente.verification/1", ...answer }, null, 2);
}

function faultText(path: string, { where, message }: BundleFault, { colour }: Terminal): string {
  const first = `${printable(path)}: this record is not as it was written.`;
  return `${colour ? paint(first, "red") : first}\nFirst fault: ${placeText(where)}. ${printable(message)}`;
}

function placeText(where: BundleFault["where"]): string {
  if (where.kind === "entry") return `entry ${where.version} of stream ${printable(where.stream)}`;
  return `the ${where.kind}`;
}

function verifiedText(record: VerifiedBundle): string {
  const names = new Map(record.seats.map(({ seat, name }) => [seat, printable(name)]));
  const streams = record.streams.map(({ name, stream, entries, head }) => {
    return [
      printable(name),
      plural(entries, "entry").replace(/entrys$/, "entries"),
      `stream ${stream}, head ${head.slice(0, 16)}`,
    ];
  });
  const signers = record.seats
    .filter(({ commands }) => commands > 0)
    .map(({ name, commands, removed }) => {
      return [printable(name), plural(commands, "signed command"), removed ? "removed later" : ""];
    });
  const streamNames = new Map(record.streams.map(({ stream, name }) => [stream, printable(name)]));
  return [
    `The record of "${printable(record.title)}" is whole and as it was written.`,
    "",
    `negotiation  ${printable(record.negotiation)}`,
    `host's key   ${record.hostKey}`,
    "             compare it with the one that your own client shows, or give it with --host-key",
    `agenda       SHA-256 ${record.agenda}`,
    `seen by      ${names.get(record.exporter) ?? printable(record.exporter)}`,
    "",
    `${record.entries} entries in ${plural(record.streams.length, "stream")}, each in its place and received by the host:`,
    ...columns(streams),
    "",
    "Signed by:",
    ...columns(signers),
    ...(record.byHost > 0 ? [`  the host itself: ${plural(record.byHost, "outcome")}`] : []),
    "",
    ...(record.milestones.length === 0 ? ["No settlement was adopted in it."] : ["Milestones:"]),
    ...record.milestones.flatMap((milestone) => milestoneLines(milestone, names, streamNames)),
    ...record.notes.map((note) => `Note: ${printable(note)}`),
  ].join("\n");
}

function milestoneLines(
  { at, kind, stream, version, delegation, digest, countersignedBy }: Milestone,
  names: ReadonlyMap<string, string>,
  streams: ReadonlyMap<string, string>,
): readonly string[] {
  const who = delegation === undefined ? "" : ` by ${printable(delegation)}`;
  const witnesses = countersignedBy.map((seat) => names.get(seat) ?? seat);
  return [
    `  ${at}  ${kind}${who}: ${streams.get(stream)}, entry ${version}`,
    `      settlement SHA-256 ${digest}`,
    `      countersigned by ${witnesses.join("; ") || "nobody"}`,
  ];
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd());
}

/** Names come from a file that somebody sent: nothing in them moves the cursor or turns the text round. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}
