import type { Question, Variant } from "#model";
import { unreachable } from "#prelude";
import { formatChoices, formatCondition, mapOf, type Plain } from "./plain-yaml.ts";

/** A claim's question as the language writes it: a map with one key. */
export function formatQuestion(question: Question): Plain {
  switch (question.kind) {
    case "verdict": {
      const { of, party, answer, by } = question;
      return mapOf({ verdict: mapOf({ ...variant(of), party, answer, by }) });
    }
    case "reservation": {
      const { of, party, answer } = question;
      return mapOf({ reservation: mapOf({ ...variant(of), party, answer }) });
    }
    case "rises": {
      const { party, along } = question;
      return mapOf({ rises: mapOf({ party, along: along.map((one) => mapOf(variant(one))) }) });
    }
    case "local-value-rises": {
      const { kind: _, ...rest } = question;
      return mapOf({ local_value_rises: mapOf(rest) });
    }
    case "best-for": {
      const { kind: _, ...rest } = question;
      return mapOf({ best_for: mapOf(rest) });
    }
    case "zone": {
      const { where, enforce, setAside, answer } = question;
      return mapOf({
        zone: mapOf({
          where: formatCondition(where),
          enforce,
          set_aside: setAside,
          answer: answer === "empty" ? "empty" : "not_empty",
        }),
      });
    }
    case "deadlock": {
      const { kind: _, ...rest } = question;
      return mapOf({ deadlock: mapOf(rest) });
    }
    case "hollow-consensus": {
      const { kind: _, ...rest } = question;
      return mapOf({ hollow_consensus: mapOf(rest) });
    }
    case "readings-differ": {
      const { kind: _, ...rest } = question;
      return mapOf({ readings_differ: mapOf(rest) });
    }
    case "candidates": {
      const { list, passes, fails, atMost } = question;
      return mapOf({ candidates: mapOf({ list, passes, fails: mapOf(fails), at_most: atMost }) });
    }
    case "channels": {
      const { together, from, until, atLeast, atMost } = question;
      return mapOf({ channels: mapOf({ together, from, until, at_least: atLeast, at_most: atMost }) });
    }
    case "event":
    case "chooses":
    case "quantity":
    case "line":
    case "members":
    case "size":
    case "source": {
      const { kind, ...rest } = question;
      return mapOf({ [kind]: mapOf(rest) });
    }
    case "threshold-rises": {
      const { guarantee, along } = question;
      return mapOf({ threshold_rises: mapOf({ guarantee, along: along.map((one) => mapOf(variant(one))) }) });
    }
    case "intervention": {
      const { guarantee, of, above, below } = question;
      return mapOf({ intervention: mapOf({ guarantee, ...variant(of), above, below }) });
    }
    case "guarantee-verdict": {
      const { guarantee, of, answer } = question;
      return mapOf({ guarantee: mapOf({ guarantee, ...variant(of), is: answer }) });
    }
    case "aftermath": {
      const { of, concept, answer, first } = question;
      return mapOf({ aftermath: mapOf({ ...variant(of), concept, answer, first: first && mapOf(first) }) });
    }
    case "limit-verdict": {
      const { limit, of, answer } = question;
      return mapOf({ limit: mapOf({ limit, ...variant(of), is: answer }) });
    }
    case "tiers-drawn":
      return mapOf({ tiers: mapOf({ ...variant(question.of), drawn: question.tiers }) });
    case "measured": {
      const { of, tier, what, low, high } = question;
      return mapOf({ measured: mapOf({ ...variant(of), tier, what, low, high }) });
    }
    case "all":
      return mapOf({ all: question.of.map(formatQuestion) });
    case "later":
      return mapOf({ later: question.capability });
    default:
      return unreachable(question);
  }
}

function variant({ package: id, set }: Variant): Readonly<Record<string, Plain | undefined>> {
  return { package: id, set: Object.keys(set).length === 0 ? undefined : formatChoices(set) };
}
