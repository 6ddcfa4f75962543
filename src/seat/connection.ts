import { unreachable } from "#prelude";
import type { CheckSignature } from "#record";
import type { SeatId } from "#room";
import { type ClientFrame, type HostFrame, longestFrame, mostInFlight } from "#wire";
import { type Clock, instantOf } from "./clock.ts";
import { readHostFrame } from "./host-frame.ts";
import { frameOf, type Outbox, type OutboxStorage, type Outcome, outbox, type Pending } from "./outbox.ts";
import type { RandomBytes } from "./random-bytes.ts";
import type { OpenSocket, Socket } from "./socket.ts";
import type { StreamKeeper, Taken } from "./streams.ts";

export type ConnectionState =
  | { readonly kind: "connecting" }
  /** The socket is open; what was missed is coming. */
  | { readonly kind: "resuming" }
  | { readonly kind: "live" }
  /** Lost; tried again at `until`, milliseconds by this machine's clock. */
  | { readonly kind: "waiting"; readonly until: number; readonly tries: number }
  /** For good. */
  | {
      readonly kind: "closed";
      readonly why: "left" | "dismissed" | "forbidden" | "another history";
      readonly message: string;
    };

/** What the page or the command line lends. */
export type Lent = {
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly outbox: OutboxStorage;
  /** Native code that checks a signature, where there is some: ten times as fast. */
  readonly check?: CheckSignature;
  /**
   * Sends what is longer than a frame, such as a large sheet, by POST .../commands; undefined: no answer came. Without it such
   * a command is not sent at all.
   */
  readonly post?: (pending: Pending) => Promise<Extract<Outcome, { readonly kind: "done" | "refused" }> | undefined>;
};

export type Connection = {
  readonly state: () => ConnectionState;
  /** The seats that are connected, of the negotiation as a whole. */
  readonly here: () => readonly SeatId[];
  readonly pending: () => readonly Pending[];
  /** The host's clock less this machine's, in milliseconds; 0 until the host has said its time. */
  readonly clockOffset: () => number;
  readonly queue: (pending: Omit<Pending, "place" | "queuedAt">) => Promise<Outcome>;
  /** Tries again at once: the machine has a network again, the page is looked at again. */
  readonly wake: () => void;
  /** A signature that was looked at later was wrong: nothing more is taken from this host. */
  readonly mistrust: () => void;
  readonly close: () => void;
};

/** Milliseconds. */
export const patience = {
  /** Before the first attempt after a loss; doubled after each, up to `longestWait`. */
  firstWait: 300,
  longestWait: 10_000,
  /** For a socket to open and to be welcomed. */
  welcome: 15_000,
  /** For the answer to what was sent: a line that is dead may not say so. */
  answer: 20_000,
  /** After the host has said that it can do no more just now. */
  pause: 1_000,
  /** A connection that has lasted so long begins anew with the first wait. */
  steady: 5_000,
} as const;

/**
 * Keeps one seat connected. After each loss it says what it has, asks what became of what it had sent, and sends again, with
 * the same key, only what the host says was not done.
 */
export async function connect(
  lent: Lent,
  streams: StreamKeeper,
  {
    changed,
    settled = () => {},
  }: {
    readonly changed: () => void;
    readonly settled?: (pending: Pending, outcome: Outcome) => void;
  },
): Promise<Connection> {
  const { clock, random } = lent;
  let state: ConnectionState = { kind: "connecting" };
  let here: readonly SeatId[] = [];
  let offset = 0;
  let tries = 0;
  /** Each socket has a number, so that what an old one still tells is not heard. */
  let round = 0;
  let socket: Socket | undefined;
  const timers = new Map<"retry" | "welcome" | "answer" | "steady" | "pause", () => void>();
  const box: Outbox = await outbox(lent.outbox, { atOnce: mostInFlight, changed: () => changed(), settled });

  function enter(next: ConnectionState): void {
    state = next;
    changed();
  }

  function timer(name: "retry" | "welcome" | "answer" | "steady" | "pause", wait: number, then: () => void): void {
    timers.get(name)?.();
    timers.set(name, clock.after(wait, then));
  }

  function stopTimers(): void {
    for (const stop of timers.values()) stop();
    timers.clear();
  }

  function open(): void {
    const mine = ++round;
    const isMine = (): boolean => mine === round && state.kind !== "closed";
    enter({ kind: "connecting" });
    timer("welcome", patience.welcome, () => isMine() && lose());
    socket = lent.openSocket({
      opened: () => {
        if (!isMine()) return;
        enter({ kind: "resuming" });
        send({ t: "resume", have: streams.have() });
      },
      received: (text) => {
        if (isMine()) receive(text);
      },
      closed: ({ forbidden }) => {
        if (!isMine()) return;
        socket = undefined;
        if (forbidden) end("forbidden", notHad);
        else lose();
      },
    });
  }

  function send(frame: ClientFrame): void {
    socket?.send(JSON.stringify(frame));
  }

  function receive(text: string): void {
    const frame = readHostFrame(text);
    if (!frame) return;
    take(frame);
    if (state.kind === "live") watchAnswers();
  }

  function take(frame: HostFrame): void {
    switch (frame.t) {
      case "welcome":
        welcomed(frame);
        break;
      case "entries":
        if (isSound(streams.take(frame.stream, frame.kind, frame.entries))) changed();
        break;
      case "gone":
        streams.gone(frame.stream);
        changed();
        break;
      case "done":
        box.done(frame.key, frame.stream, frame.version);
        break;
      case "refused":
        if (notNow.has(frame.rule)) pause(frame.key);
        else box.refused(frame.key, frame.rule, frame.message);
        break;
      case "not done":
        box.notDone(frame.key);
        break;
      case "here":
        here = frame.seats;
        changed();
        break;
      case "bye":
        if (frame.again) lose();
        else end("dismissed", frame.message);
        break;
      default:
        unreachable(frame);
    }
  }

  function welcomed({ now, streams: shown }: Extract<HostFrame, { readonly t: "welcome" }>): void {
    offset = (Date.parse(now) || clock.now()) - clock.now();
    timers.get("welcome")?.();
    if (!isSound(streams.welcome(shown))) return;
    timer("steady", patience.steady, () => {
      tries = 0;
    });
    enter({ kind: "live" });
    box.connected(dispatch);
  }

  function pause(key: string): void {
    box.later(key);
    timer("pause", patience.pause, box.resume);
  }

  function dispatch(frame: ClientFrame, pending: Pending): void {
    if (frame.t === "ask" || fitsFrame(frame)) send(frame);
    else if (lent.post) post(lent.post, pending);
    else box.refused(pending.key, "client", tooLong);
  }

  function post(by: NonNullable<Lent["post"]>, pending: Pending): void {
    const mine = round;
    by(pending)
      .catch(() => undefined)
      .then((answer) => {
        if (answer?.kind === "done") box.done(pending.key, answer.stream, answer.version);
        else if (answer?.kind === "refused" && notNow.has(answer.rule)) pause(pending.key);
        else if (answer?.kind === "refused") box.refused(pending.key, answer.rule, answer.message);
        else if (mine === round && state.kind === "live") lose();
      });
  }

  function isSound(taken: Taken): boolean {
    if (taken === "fault") mistrust();
    if (taken === "gap") lose();
    return taken === "taken";
  }

  function mistrust(): void {
    end("another history", "The host shows another history than the one it has signed. Nothing more is taken from it.");
  }

  /** A line may be dead without a word: what waits for an answer too long is asked about over a new one. */
  function watchAnswers(): void {
    if (!box.isWaiting()) {
      timers.get("answer")?.();
      timers.delete("answer");
    } else
      timer("answer", patience.answer, () => {
        if (state.kind === "live" && box.isWaiting()) lose();
      });
  }

  function drop(): void {
    stopTimers();
    round++; // whatever the old socket still tells is not heard
    box.connected(undefined);
    const old = socket;
    socket = undefined;
    old?.close();
    here = [];
  }

  function lose(): void {
    drop();
    tries++;
    const longest = Math.min(patience.longestWait, patience.firstWait * 2 ** (tries - 1));
    // half of it by chance, so that a thousand seats do not come back in the same moment
    const wait = longest * (0.5 + (random(1)[0] ?? 0) / 510);
    enter({ kind: "waiting", until: clock.now() + wait, tries });
    timer("retry", wait, open);
  }

  function end(why: Extract<ConnectionState, { kind: "closed" }>["why"], message: string): void {
    if (state.kind === "closed") return;
    drop();
    box.giveUp(message);
    enter({ kind: "closed", why, message });
  }

  open();
  return {
    state: () => state,
    here: () => here,
    pending: box.pending,
    clockOffset: () => offset,
    queue: (unplaced) => {
      const queuedAt = instantOf(clock.now() + offset);
      if (!lent.post && !fitsFrame(frameOf(unplaced))) {
        return Promise.resolve({ kind: "refused", rule: "client", message: tooLong });
      }
      const outcome = box.add({ ...unplaced, queuedAt });
      void outcome.catch(() => {}); // whoever asked hears of it
      if (state.kind === "live") watchAnswers();
      return outcome;
    },
    wake: () => {
      if (state.kind !== "waiting") return;
      timers.get("retry")?.();
      open();
    },
    mistrust,
    close: () => end("left", "This client has left."),
  };
}

/** The host's rules H6, too much at once, and H7, the record cannot be reached, are no answer: what was sent is sent again. */
const notNow: ReadonlySet<string> = new Set(["H6", "H7"]);

/** The host has one answer for all of these, so that nobody learns from it what there is. */
const notHad =
  "The host does not let this seat in. It was removed, freed, or taken in another browser. Ask the convenor: a seat that was removed does not come back, any other is taken anew with a new invite link.";

const tooLong = `This is too long to be sent: more than ${longestFrame / 1024} kB.`;

/** In UTF-16 units, as good as bytes: what is long is base64. */
function fitsFrame(frame: ClientFrame): boolean {
  return JSON.stringify(frame).length <= longestFrame;
}
