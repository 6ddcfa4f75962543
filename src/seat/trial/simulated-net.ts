import type { Random } from "#prelude";
import type { SeatId, StreamId } from "#room";
import type { ClientFrame, HostFrame } from "#wire";
import type { Clock } from "../clock.ts";
import type { OpenSocket, SocketListener } from "../socket.ts";
import type { FakeHost } from "./fake-host.ts";

/** A clock that goes when it is told, and everything that waits for it. */
export type SimulatedClock = Clock & {
  /** Does the next thing that is due; whether there was one before `until`. */
  readonly step: (until?: number) => boolean;
};

export function simulatedClock(start: number): SimulatedClock {
  let now = start;
  let count = 0;
  let due: { readonly at: number; readonly place: number; readonly then: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds, then) => {
      const item = { at: now + milliseconds, place: count++, then };
      due.push(item);
      return () => {
        due = due.filter((other) => other !== item);
      };
    },
    step: (until = Number.POSITIVE_INFINITY) => {
      const next = due.reduce<(typeof due)[number] | undefined>((first, item) => {
        return !first || item.at < first.at || (item.at === first.at && item.place < first.place) ? item : first;
      }, undefined);
      if (!next || next.at > until) return false;
      due = due.filter((other) => other !== next);
      now = Math.max(now, next.at);
      next.then();
      return true;
    },
  };
}

export type Weather = {
  /** Of a hundred frames in either direction, how many end their connection instead of arriving. */
  breaks: number;
  /** Of a hundred frames of the host, how many come twice. */
  doubles: number;
  /** Of a hundred commands, how many the host has no time for; half of these it has done all the same. */
  busy: number;
  /** Milliseconds that a frame takes at most; each connection keeps its own order, connections overtake each other. */
  slowest: number;
};

/** Sockets between clients and the fake host, in bad weather. */
export function simulatedNet(host: FakeHost, clock: Clock, random: Random, weather: Weather) {
  const open = new Set<{ readonly seat: SeatId; readonly push: () => void }>();
  host.onGrown(() => {
    for (const { push } of open) push();
  });

  function chance(ofHundred: number): boolean {
    return random.below(100) < ofHundred;
  }

  const openSocket =
    (seat: SeatId): OpenSocket =>
    (listener: SocketListener) => {
      let clientIsThere = true;
      let hostIsThere = true;
      let sent: Map<StreamId, number> | undefined;
      const arrival = { up: clock.now(), down: clock.now() };

      function later(way: "up" | "down", then: () => void): void {
        arrival[way] = Math.max(arrival[way], clock.now() + random.below(weather.slowest + 1));
        clock.after(arrival[way] - clock.now(), then);
      }

      /** Both ends hear of it, each in its own time; what was on its way before may still arrive. */
      function broken(): void {
        later("up", () => {
          hostIsThere = false;
          open.delete(line);
        });
        later("down", () => {
          if (!clientIsThere) return;
          clientIsThere = false;
          listener.closed({ forbidden: false });
        });
      }

      function tell(frame: HostFrame): void {
        if (!hostIsThere) return;
        if (chance(weather.breaks)) {
          hostIsThere = false;
          open.delete(line);
          broken();
          return;
        }
        for (let times = chance(weather.doubles) ? 2 : 1; times > 0; times--) {
          later("down", () => {
            if (clientIsThere) listener.received(JSON.stringify(frame));
          });
        }
      }

      function push(): void {
        if (!sent || !hostIsThere) return;
        const seen = host.streamsOf(seat);
        for (const stream of seen) {
          const { kind, entries } = host.streams.get(stream)!; // one of its own
          const from = sent.get(stream) ?? 0;
          if (entries.length === from) continue;
          sent.set(stream, entries.length);
          tell({ t: "entries", stream, kind, entries: entries.slice(from) });
        }
      }

      function hear(frame: ClientFrame): void {
        switch (frame.t) {
          case "resume": {
            const streams = host.streamsOf(seat).map((stream) => {
              const { kind, entries } = host.streams.get(stream)!; // one of its own
              return { stream, kind, version: entries.length };
            });
            tell({ t: "welcome", seat, now: new Date(clock.now()).toISOString(), streams });
            sent = new Map(Object.entries(frame.have));
            push();
            break;
          }
          case "command": {
            const isBusy = chance(weather.busy);
            const answer = isBusy && chance(50) ? undefined : host.command(frame.command, frame.signature);
            tell(isBusy || !answer ? { t: "refused", key: frame.key, rule: "H7", message: "Not now." } : answer);
            break;
          }
          case "answer":
            tell(host.answer(frame.answer));
            break;
          case "ask":
            tell(host.ask(seat, frame.key));
        }
      }

      const line = { seat, push };
      open.add(line);
      later("down", () => {
        if (clientIsThere) listener.opened();
      });
      return {
        send: (text) => {
          if (!clientIsThere) return;
          if (chance(weather.breaks)) broken();
          else
            later("up", () => {
              if (hostIsThere) hear(JSON.parse(text));
            });
        },
        close: () => {
          clientIsThere = false;
          later("up", () => {
            hostIsThere = false;
            open.delete(line);
          });
        },
      };
    };
  return { openSocket };
}
