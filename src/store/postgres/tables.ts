import type { Generated } from "kysely";
import type { StreamKind } from "../store.ts";

/** The tables, as the application's role reads and writes them. Each is in the schema `entente`. */
export type Tables = {
  readonly negotiation: {
    readonly id: string;
    readonly created_at: string;
    readonly agenda: string;
    readonly hall: string;
  };
  readonly stream: {
    readonly negotiation: string;
    readonly id: string;
    readonly kind: StreamKind;
    readonly version: number;
    readonly hash: string;
    readonly audience: readonly string[];
    /** The transaction that last wrote it: how other processes find what has grown. Nothing of it is ever shown. */
    readonly grown_in: Generated<string>;
  };
  readonly entry: {
    readonly negotiation: string;
    readonly stream: string;
    readonly version: number;
    readonly body: string;
    readonly salt: string;
    readonly hash: string;
    readonly receipt: string;
  };
  readonly command_answer: {
    readonly negotiation: string;
    readonly seat: string;
    readonly key: string;
    readonly digest: string;
    readonly answer: string;
  };
  readonly invitation: {
    readonly token_digest: string;
    readonly negotiation: string;
    readonly seat: string;
    readonly reusable: boolean;
    readonly expires_at: string;
    readonly uses: number;
    readonly revoked: boolean;
  };
  readonly session: {
    readonly token_digest: string;
    readonly negotiation: string;
    readonly seat: string;
    readonly created_at: string;
    readonly expires_at: string;
  };
  readonly open_call: {
    readonly negotiation: string;
    readonly call: string;
    readonly stream: string;
    readonly until: string;
  };
  readonly held_answer: {
    readonly negotiation: string;
    readonly call: string;
    readonly party: string;
    readonly seat: string;
    readonly says_yes: boolean;
  };
  /** Which seats are connected to which server process. Not logged: a crash of the database empties it. */
  readonly presence: {
    readonly negotiation: string;
    readonly process: string;
    readonly seats: readonly string[];
    readonly until: string;
  };
  readonly kept: { readonly name: string; readonly value: string };
};
