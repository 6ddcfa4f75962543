import { type Random, seededRandom } from "#prelude";
import { type CheckSignature, verifyBundle } from "#record";
import { checkNatively } from "../src/cli/check-natively.ts";
import { join } from "../test/record/random-record.ts";
import { act, exported, hexId, rehearse } from "../test/record/rehearsal.ts";
import { type Measurement, measure } from "./measurement.ts";

const entries = 10_000;

/** A record of ten thousand entries is checked offline: by Node's own signatures, as the command does, and by portable ones. */
export async function record(): Promise<readonly Measurement[]> {
  const text = longRecord(seededRandom(1), entries);
  const verified = (check?: CheckSignature) => () => {
    if (!verifyBundle(text, check && { check }).ok) throw new Error("An honest record was refused.");
    return { megabytes: Math.round(text.length / 1e5) / 10 };
  };
  const promise = `${entries} entries verified`;
  return [
    measure({ promise, unit: "s", of: "elapsed", promised: 10 }, [verified(checkNatively())], 5, 1),
    measure({ promise: `${promise}, portable`, unit: "s", of: "elapsed", promised: 120 }, [verified()], 5, 0),
  ];
}

/** Words and offers in one channel, each 0.3 to 2 kB as stored. */
function longRecord(random: Random, length: number): string {
  const rehearsal = rehearse(random, ["UA", "RU"]);
  const seats = rehearsal.seats.slice(1);
  for (const seat of seats) join(rehearsal, seat);
  const plenary = rehearsal.streams[1]!;
  while (plenary.entries.length < length) {
    const seat = seats[random.below(seats.length)]!;
    const words = { plain: hexId(random).repeat(random.below(20)) };
    act(rehearsal, plenary, seat, { kind: "say", words }, [{ kind: "said", seat: seat.id, words }]);
  }
  return exported(rehearsal, seats[0]!);
}
