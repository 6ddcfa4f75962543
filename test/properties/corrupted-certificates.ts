import type { Certificate, Proof } from "#analysis";
import { type Random, seededRandom } from "#prelude";
import type { Oracle } from "../oracle/oracle.ts";
import { pick, pickSome } from "../oracle/random-choice.ts";
import { named, type Row, rowsBeforeReservations, zoneRows } from "../oracle/settlement-table.ts";

export type Corrupted = { readonly what: string; readonly certificate: Certificate };

/** Certificates like this one that certainly prove nothing: by enumeration, not by trusting the checker. */
export function corruptions(answer: Oracle, certificate: Certificate, seed: number): readonly Corrupted[] {
  const random = seededRandom(seed);
  return certificate.kind === "witness"
    ? corruptWitnesses(answer, certificate.settlement, random)
    : corruptProofs(answer, certificate.proof, random).map(({ what, proof }) => ({
        what,
        certificate: { kind: "no-deal", proof },
      }));
}

/** Proofs made up at random: trees over the issues with multipliers at their leaves. */
export function randomProof(answer: Oracle, random: Random, depth: number): Proof {
  const { issues } = answer.table.scenario.agenda;
  if (depth === 0 || random.below(3) === 0) {
    const multipliers = answer.parties.map((party) => [party, String(random.below(5))] as const);
    return { kind: "leaf", multipliers: Object.fromEntries(random.below(6) === 0 ? [] : multipliers) };
  }
  const issue = pick(random, issues);
  const ids = issue.options.map(({ id }) => id);
  const half = pickSome(random, ids, 1 + random.below(ids.length));
  const groups = [half, ids.filter((id) => !half.includes(id))].filter((group) => group.length > 0);
  const parts = groups.map((options) => ({ options, proof: randomProof(answer, random, depth - 1) }));
  return { kind: "split", issue: issue.id, parts };
}

function corruptWitnesses(answer: Oracle, settlement: Readonly<Record<string, string>>, random: Random): Corrupted[] {
  const { table } = answer;
  const zone = new Set(zoneRows(table));
  const refused = table.rows.filter((row) => !zone.has(row));
  const issue = pick(random, table.scenario.agenda.issues);
  const { [issue.id]: _, ...open } = settlement;
  const witness = (what: string, other: Readonly<Record<string, string>>): Corrupted => ({
    what,
    certificate: { kind: "witness", settlement: other },
  });
  return [
    ...pickSome(random, refused, 5).map((row) =>
      witness("a settlement that somebody refuses", named(table.scenario, row.choice)),
    ),
    witness("an issue left open", open),
    witness("an option that does not exist", { ...settlement, [issue.id]: "no-such-option" }),
    {
      what: "no deal, said of a zone that has one",
      certificate: { kind: "no-deal", proof: { kind: "leaf", multipliers: {} } },
    },
  ];
}

type CorruptProof = { readonly what: string; readonly proof: Proof };

/** One change somewhere in the tree, kept where a settlement that meets rules and lines shows it to be wrong. */
function corruptProofs(answer: Oracle, proof: Proof, random: Random): readonly CorruptProof[] {
  return changesOf(answer, proof, rowsBeforeReservations(answer.table), random);
}

function changesOf(answer: Oracle, proof: Proof, rows: readonly Row[], random: Random): CorruptProof[] {
  if (rows.length === 0) return []; // a branch without settlements: whatever is said of it is true
  if (proof.kind === "leaf") return leafChanges(answer, proof.multipliers);
  const { issues } = answer.table.scenario.agenda;
  const place = issues.findIndex(({ id }) => id === proof.issue);
  const optionOf = (row: Row): string => issues[place]!.options[row.choice[place]!]!.id;
  const within = (options: readonly string[]): Row[] => rows.filter((row) => options.includes(optionOf(row)));
  const changed: CorruptProof[] = [];
  proof.parts.forEach((part, index) => {
    const others = proof.parts.filter((_, other) => other !== index);
    const covered = others.flatMap(({ options }) => options);
    const lost = within(part.options.filter((option) => !covered.includes(option)));
    if (lost.length > 0) changed.push({ what: "a dropped branch", proof: { ...proof, parts: others } });
    const used = lost.map(optionOf)[0];
    if (used !== undefined && part.options.length > 1) {
      const without = { ...part, options: part.options.filter((option) => option !== used) };
      changed.push({ what: "a dropped option", proof: { ...proof, parts: proof.parts.with(index, without) } });
    }
    for (const inner of changesOf(answer, part.proof, within(part.options), random)) {
      changed.push({
        what: inner.what,
        proof: { ...proof, parts: proof.parts.with(index, { ...part, proof: inner.proof }) },
      });
    }
  });
  changed.push({ what: "an issue that does not exist", proof: { ...proof, issue: "no-such-issue" } });
  return pickSome(random, changed, 12);
}

function leafChanges(answer: Oracle, multipliers: Readonly<Record<string, string>>): CorruptProof[] {
  const parties = Object.keys(multipliers);
  const leaf = (what: string, other: Readonly<Record<string, string>>): CorruptProof => ({
    what,
    proof: { kind: "leaf", multipliers: other },
  });
  const all = (value: string) => Object.fromEntries(answer.parties.map((party) => [party, value]));
  return [
    leaf("no multipliers where there are settlements", {}),
    leaf("multipliers of nought", all("0")),
    leaf("negative multipliers", all("-1")),
    leaf("multipliers that are no numbers", all("many")),
    leaf("multipliers that are no whole numbers", all("0.5")),
    leaf("a party that does not exist", { "no-such-party": "1" }),
    ...(parties.length > 0 ? [leaf("one negative multiplier", { ...multipliers, [parties[0]!]: "-1" })] : []),
  ];
}
