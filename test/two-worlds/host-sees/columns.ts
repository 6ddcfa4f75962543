/** What stands in each column of the database, and whether the host can read it. A column that is new has to be judged here. */
export type Seen =
  /** The host can read it. */
  | "clear"
  /** Bytes to the host: it has no key. */
  | "sealed"
  /** SHA-256 of something that the host does not keep. */
  | "digest"
  /** Text in the clear with sealed parts in it: the tables of commands below say which. */
  | "both";

export type Column = { readonly column: string; readonly seen: Seen; readonly what: string };

const id = "random";

export const columns: Readonly<Record<string, readonly Column[]>> = {
  negotiation: [
    { column: "id", seen: "clear", what: id },
    { column: "created_at", seen: "clear", what: "when it was opened" },
    { column: "agenda", seen: "clear", what: "the agenda that every seat reads: issues, options, rules, parties" },
    { column: "hall", seen: "clear", what: "the id of its hall" },
  ],
  stream: [
    { column: "negotiation", seen: "clear", what: id },
    { column: "id", seen: "clear", what: id },
    { column: "kind", seen: "clear", what: "hall, channel or delegation" },
    { column: "version", seen: "clear", what: "how many entries it has" },
    { column: "hash", seen: "clear", what: "of its last entry" },
    { column: "audience", seen: "clear", what: "who sees it: so also who sits in which back channel and caucus" },
    { column: "grown_in", seen: "clear", what: "the database's number of the last transaction that wrote it" },
  ],
  entry: [
    { column: "negotiation", seen: "clear", what: id },
    { column: "stream", seen: "clear", what: id },
    { column: "version", seen: "clear", what: "its number in its stream" },
    { column: "body", seen: "both", what: "author, time, the signed command's exact text and the events of it" },
    { column: "salt", seen: "clear", what: id },
    { column: "hash", seen: "clear", what: "of the chain" },
    { column: "receipt", seen: "clear", what: "the host's own signature" },
  ],
  command_answer: [
    { column: "negotiation", seen: "clear", what: id },
    { column: "seat", seen: "clear", what: "who sent the command" },
    { column: "key", seen: "clear", what: id },
    { column: "digest", seen: "digest", what: "of the command's text" },
    { column: "answer", seen: "clear", what: "stream and version that it was written under" },
  ],
  invitation: [
    { column: "token_digest", seen: "digest", what: "of the token in the link; the token itself is never kept" },
    { column: "negotiation", seen: "clear", what: id },
    { column: "seat", seen: "clear", what: "which seat it is for" },
    { column: "reusable", seen: "clear", what: "whether it is good more than once" },
    { column: "expires_at", seen: "clear", what: "until when it is good" },
    { column: "uses", seen: "clear", what: "how often it was used" },
    { column: "revoked", seen: "clear", what: "whether it was revoked" },
  ],
  session: [
    { column: "token_digest", seen: "digest", what: "of the cookie; the cookie itself is never kept" },
    { column: "negotiation", seen: "clear", what: id },
    { column: "seat", seen: "clear", what: "whose it is" },
    { column: "created_at", seen: "clear", what: "when the seat was taken" },
    { column: "expires_at", seen: "clear", what: "until when it is good" },
  ],
  open_call: [
    { column: "negotiation", seen: "clear", what: id },
    { column: "call", seen: "clear", what: "which sealed yes or motion is being asked" },
    { column: "stream", seen: "clear", what: "in which channel" },
    { column: "until", seen: "clear", what: "until when" },
  ],
  held_answer: [
    { column: "negotiation", seen: "clear", what: id },
    { column: "call", seen: "clear", what: "which sealed yes" },
    { column: "party", seen: "clear", what: "who answered" },
    { column: "seat", seen: "clear", what: "by which seat" },
    {
      column: "says_yes",
      seen: "clear",
      what: "**the private answer**, until the outcome is written; then the row is deleted",
    },
  ],
  kept: [
    { column: "name", seen: "clear", what: "what it is: the host's own signing key" },
    { column: "value", seen: "clear", what: "the host's own secret; nothing of any seat" },
  ],
  presence: [
    { column: "negotiation", seen: "clear", what: id },
    { column: "process", seen: "clear", what: "random; another each time that a server process starts" },
    {
      column: "seats",
      seen: "clear",
      what: "which seats are connected to that process; the row is deleted when none is",
    },
    {
      column: "until",
      seen: "clear",
      what: "when this is believed no more: within 45 seconds, unless it is said again",
    },
  ],
  migration: [
    { column: "name", seen: "clear", what: "of the program's own changes to its tables" },
    { column: "timestamp", seen: "clear", what: "when they were made" },
  ],
  migration_lock: [
    { column: "id", seen: "clear", what: "the one row of it" },
    { column: "is_locked", seen: "clear", what: "whether the tables are being changed just now" },
  ],
};
