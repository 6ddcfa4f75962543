import type { Choices, Question, Scenario, Variant } from "#model";
import { type Names, plainText, series } from "#report";
import type { Say } from "../../evidence/say.ts";

/** The questions behind a claim, each as a sentence that a yes makes the claim hold. */
export function questionWords(question: Question, scenario: Scenario, names: Names, say: Say): readonly string[] {
  return question.kind === "all"
    ? question.of.flatMap((part) => questionWords(part, scenario, names, say))
    : [oneQuestion(question, scenario, names, say)];
}

function oneQuestion(
  question: Exclude<Question, { kind: "all" }>,
  { agenda, sheets, durability, map }: Scenario,
  names: Names,
  say: Say,
): string {
  const party = (id: string) => plainText(names.party(id));
  const parties = (ids: readonly string[]) => plainText(series(ids.map((id) => names.party(id))));
  const issue = (id: string) => plainText(names.issue(id));
  const option = (of: string, id: string) => plainText(names.option(of, id));
  const pack = (id: string) => plainText(names.package(id));
  const wording = (id: string) => agenda.terms.find((term) => term.id === id)?.wording ?? id;
  const listed = (texts: readonly string[]) => plainText(series(texts));
  const variant = (of: Variant) => variantWords(of, names, say);
  switch (question.kind) {
    case "verdict":
      return question.by && question.by.length > 0
        ? say("claims.q.verdict.by", {
            party: party(question.party),
            variant: variant(question.of),
            reasons: listed(question.by.map((by) => say(`claims.q.by.${by}`))),
          })
        : say(`claims.q.verdict.${question.answer}`, { party: party(question.party), variant: variant(question.of) });
    case "reservation":
      return say(`claims.q.reservation.${question.answer}`, {
        party: party(question.party),
        variant: variant(question.of),
      });
    case "rises":
      return say("claims.q.rises", { party: party(question.party), along: question.along.map(variant).join(", ") });
    case "local-value-rises":
      return say("claims.q.local", {
        party: party(question.party),
        issue: issue(question.issue),
        option: option(question.issue, question.option),
        given: issue(question.given),
        along: question.along.map((one) => `“${option(question.given, one)}”`).join(", "),
      });
    case "best-for":
      return say(`claims.q.best.${question.answer}`, {
        party: party(question.party),
        package: pack(question.from),
        free: listed(question.free.map((one) => plainText(names.cluster(one) ?? names.issue(one)))),
      });
    case "zone":
      return say(`claims.q.zone.${question.answer}`, {
        where:
          question.where.length === 0
            ? ""
            : say("claims.q.zone.where", { condition: plainText(names.condition(question.where)) }),
        lines:
          (question.enforce.length === 0
            ? ""
            : say("claims.q.zone.enforce", { lines: listed(question.enforce.map(lineOwned)) })) +
          (question.setAside.length === 0
            ? ""
            : say("claims.q.zone.aside", { lines: listed(question.setAside.map(lineOwned)) })),
      });
    case "deadlock":
      return say(question.answer ? "claims.q.deadlock.yes" : "claims.q.deadlock.no", {
        issue: issue(question.issue),
        parties: parties(question.parties),
      });
    case "hollow-consensus":
      return say(question.answer ? "claims.q.hollow.yes" : "claims.q.hollow.no", {
        wording: wording(question.term),
        package: pack(question.package),
      });
    case "readings-differ":
      return say(question.answer ? "claims.q.readings.yes" : "claims.q.readings.no", {
        wording: wording(question.term),
      });
    case "candidates": {
      const list = agenda.candidates.find(({ id }) => id === question.list);
      const name = (id: string) => list?.candidates.find((one) => one.id === id)?.name ?? id;
      const parts = [
        ...(question.passes.length > 0
          ? [say("claims.q.candidates.passes", { names: listed(question.passes.map(name)), n: question.passes.length })]
          : []),
        ...Object.entries(question.fails).map(([id, by]) =>
          say("claims.q.candidates.fails", { party: party(by), name: name(id) }),
        ),
        ...(question.atMost === undefined ? [] : [say("claims.q.candidates.most", { most: question.atMost })]),
      ];
      return say("claims.q.candidates", { list: list?.name ?? question.list, parts: listed(parts) });
    }
    case "channels": {
      const bounds = [
        ...(question.atLeast === undefined ? [] : [say("claims.q.channels.least", { n: question.atLeast })]),
        ...(question.atMost === undefined ? [] : [say("claims.q.channels.most", { n: question.atMost })]),
      ];
      return say("claims.q.channels", {
        parties: parties(question.together),
        from: question.from === undefined ? "" : say("claims.q.channels.from", { day: question.from }),
        until: question.until === undefined ? "" : say("claims.q.channels.until", { day: question.until }),
        bounds: bounds.length === 0 ? say("claims.q.channels.any") : bounds.join(say("claims.q.and")),
      });
    }
    case "event":
      return say("claims.q.event", {
        event: agenda.events.find(({ id }) => id === question.event)?.what ?? question.event,
        date: question.date,
      });
    case "chooses":
      return say("claims.q.chooses", {
        package: pack(question.package),
        issue: issue(question.issue),
        option: option(question.issue, question.option),
      });
    case "quantity":
      return say("claims.q.quantity", {
        issue: issue(question.issue),
        option: option(question.issue, question.option),
        quantity: question.quantity,
        low: question.low,
        high: question.high,
      });
    case "line":
      return say(`claims.q.line.${question.is}`, { party: party(question.party), issue: issue(question.issue) });
    case "members":
      return say("claims.q.members", {
        members: listed(question.includes),
        n: question.includes.length,
        party: party(question.party),
      });
    case "size":
      return say("claims.q.size", { issues: question.issues, settlements: question.settlements });
    case "source":
      return say("claims.q.source", { source: plainText(names.source(question.source)) });
    case "threshold-rises":
      return say("claims.q.threshold", {
        guarantee: nameOf(durability?.guarantees, question.guarantee),
        along: question.along.map(variant).join(", "),
      });
    case "intervention":
      return say("claims.q.intervention", {
        guarantee: nameOf(durability?.guarantees, question.guarantee),
        variant: variant(question.of),
        bounds: bounds([
          ["claims.q.above", question.above],
          ["claims.q.below", question.below],
        ]),
      });
    case "guarantee-verdict":
      return say(`claims.q.guarantee.${question.answer}`, {
        guarantee: nameOf(durability?.guarantees, question.guarantee),
        variant: variant(question.of),
      });
    case "aftermath": {
      const concept = say(`claims.q.concept.${question.concept}`);
      const { first } = question;
      if (!first) return say(`claims.q.aftermath.${question.answer}`, { variant: variant(question.of), concept });
      const levers = durability?.aftermath?.obligations.flatMap(({ breach, responses }) => [breach, ...responses]);
      return say("claims.q.aftermath.first", {
        variant: variant(question.of),
        party: party(first.party),
        lever: nameOf(levers, first.lever),
        concept,
      });
    }
    case "limit-verdict":
      return say(`claims.q.limit.${question.answer}`, {
        limit: nameOf(durability?.limits, question.limit),
        variant: variant(question.of),
      });
    case "tiers-drawn":
      return say("claims.q.tiers", {
        variant: variant(question.of),
        n: question.tiers.length,
        tiers: listed(question.tiers.map((tier) => `“${nameOf(map?.tiers, tier)}”`)),
      });
    case "measured":
      return say("claims.q.measured", {
        variant: variant(question.of),
        what: say(`claims.q.measured.${question.what}`),
        tier: nameOf(map?.tiers, question.tier),
        bounds: bounds([
          ["claims.q.least", question.low],
          ["claims.q.most", question.high],
        ]),
      });
    case "later":
      return say("claims.q.later", { capability: say(`claims.later.${question.capability}`) });
  }

  type Bound = "claims.q.above" | "claims.q.below" | "claims.q.least" | "claims.q.most";

  function bounds(all: readonly (readonly [Bound, number | undefined])[]): string {
    return all.flatMap(([key, n]) => (n === undefined ? [] : [say(key, { n })])).join(say("claims.q.and"));
  }

  /** Lines are asked for by their own id. */
  function lineOwned(id: string): string {
    const owner = sheets.find(({ redLines }) => redLines.some((line) => line.id === id));
    return owner ? plainText(names.constraint({ kind: "line", party: owner.party, line: id })) : id;
  }
}

/** The name of what the scenario declares; the id where that file is not at hand. */
function nameOf(all: readonly { readonly id: string; readonly name: string }[] | undefined, id: string): string {
  return all?.find((one) => one.id === id)?.name ?? id;
}

function variantWords({ package: id, set }: Variant, names: Names, say: Say): string {
  const name = plainText(names.package(id));
  return Object.keys(set).length === 0
    ? say("claims.q.plain", { package: name })
    : say("claims.q.variant", { package: name, changes: changesWords(set, names) });
}

function changesWords(set: Choices, names: Names): string {
  return plainText(series(Object.entries(set).map(([issue, option]) => names.choice(issue, option))));
}
