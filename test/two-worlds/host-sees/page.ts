import {
  answerRequest,
  clientFrame,
  commandRequest,
  createRequest,
  inviteRequest,
  joinRequest,
  roomCommand,
  signedAnswer,
} from "#wire";
import { columns, type Seen } from "./columns.ts";
import { alternatives, sentMembers } from "./sent-members.ts";

/** What of a message is bytes to the host: by the last word of its path. All else is in the clear. */
const sealedMembers = /(^|\.)sealed$|^wordKeys\[…\]$|^wordKey$/;

export function isSealed(path: string): boolean {
  return sealedMembers.test(path);
}

const words: Readonly<Record<Seen, string>> = {
  clear: "in the clear",
  sealed: "sealed",
  digest: "a digest",
  both: "in the clear, with sealed parts",
};

/** The page that says what a host can read; made from the tables and the wire as they are, and held against both by tests. */
export function hostSeesPage(): string {
  return `${[
    head,
    ...Object.entries(columns).map(([table, of]) =>
      [
        `### ${table}`,
        "",
        "| column | to the host | what it is |",
        "|---|---|---|",
        ...of.map(({ column, seen, what }) => `| ${column} | ${words[seen]} | ${what} |`),
        "",
      ].join("\n"),
    ),
    wire,
    "| command | in the clear | sealed |",
    "|---|---|---|",
    ...[...alternatives(roomCommand, "kind")].map(([kind, members]) => row(kind, members)),
    "",
    between,
    "| message | in the clear | sealed |",
    "|---|---|---|",
    ...[...alternatives(clientFrame, "t")].map(([kind, members]) => row(`frame \`${kind}\``, members)),
    row("the text of an answer to a sealed yes", sentMembers(signedAnswer)),
    row("POST /negotiations", sentMembers(createRequest)),
    row("POST …/join", sentMembers(joinRequest)),
    row("POST …/commands", sentMembers(commandRequest)),
    row("POST …/answers", sentMembers(answerRequest)),
    row("POST …/invitations", sentMembers(inviteRequest)),
    "",
    tail,
  ].join("\n")}`;
}

function row(name: string, members: readonly string[]): string {
  const list = (of: readonly string[]): string => of.map((path) => `\`${path}\``).join(", ") || "–";
  return `| ${name} | ${list(members.filter((path) => !isSealed(path)))} | ${list(members.filter(isSealed))} |`;
}

const head = `# What the host sees

Whoever runs the server can read everything on this page that is not called sealed, while it is there and in every backup made
meanwhile. The tables below are made from the database and from the messages as the programs use them; tests fail when a
column or a member is missing here, and others look for planted secrets in everything that a whole negotiation leaves behind
(\`test/two-worlds/canaries\`).

## In short

The host never has, in any form that it could open:

- preference sheets, mandates, overrides, clearances and notes of a delegation (sealed with the delegation's key, which is in
  the invite link behind the \`#\` and is not sent);
- the words of back channels and caucuses: what is said there, notes to offers, reasons of rejections and reopenings (sealed
  with the channel's key, which is sealed to each member);
- the seats' private keys.

It is shown for a moment, and keeps a digest of: the token of an invite link, when the seat is taken; the session's cookie.

It can read, and this may surprise:

- that there is a back channel or a caucus, its name, who sits in it, when they write and how much; **the options that are
  tabled there, their conditions, and who accepted or rejected them**;
- **each private answer to a sealed yes**, from when it is given until the outcome is written. The host combines the answers and
  is trusted with that. The row is deleted with the outcome; PostgreSQL's own files may hold its remains until it has cleaned
  up, and a write-ahead log that is archived holds them for as long as it is kept;
- everything in hall, plenary and working groups, which every member reads in the clear;
- who is connected, from which network address, and when. The program writes down only which seats are connected to which of
  its processes just now (the table \`presence\` below), and deletes it; a proxy before it may write down more;
- how long what is sealed is, in steps: 256 bytes, 1 kB, 4 kB, 16 kB, 64 kB, then whole 64 kB.

It could do, if it were dishonest: serve a page that sends away what it should seal; keep what it is shown; withhold or delay
what is written. It cannot change, reorder or leave out what a client has seen without being found out
([the record](record-format.md)).

What *other seats* see is less: nothing of a stream that they are not in, not even that there is one. That is another promise
with tests of its own (\`npm run test:two-worlds\`).

## In the database
`;

const wire = `## In a command

Every command is signed text with \`v\`, \`negotiation\`, \`stream\`, \`seat\`, \`key\` and \`after\` in the clear, and one of these. In
plenary and working groups words are \`plain\`; in back channels and caucuses the host refuses plain words and takes \`sealed\`
ones. Events say again what their command said, and what follows from it.
`;

const between = `## In the other messages
`;

const tail = `\`token\` is the invite link's; the host computes its digest and forgets it. \`saysYes\` is the private answer.
`;
