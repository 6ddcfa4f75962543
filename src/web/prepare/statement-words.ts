import type { Misfit, Statement } from "#elicitation";
import type { Agenda, Choices, Condition, Package } from "#model";
import { unreachable } from "#prelude";
import type { MessageId, MessageValues } from "../words/words.tsx";
import { type AgendaNames, agendaNames, settlementName } from "./agenda-names.ts";

export type Say = (id: MessageId, values?: MessageValues) => string;

/** What a statement says, as a sentence with the agenda's names. */
export function statementWords(say: Say, agenda: Agenda, packages: readonly Package[], statement: Statement): string {
  const names = agendaNames(agenda);
  switch (statement.kind) {
    case "matters-most":
      return say("prepare.said.most", { issue: names.issue(statement.issue) });
    case "swing": {
      const { issue, against, low, high } = statement;
      const values = { issue: names.issue(issue), against: names.issue(against), low, high };
      return low === high ? say("prepare.said.swing", values) : say("prepare.said.swing.range", values);
    }
    case "swing-order":
      return say("prepare.said.swingOrder", { order: orderWords(statement.order, names.issue) });
    case "option-value": {
      const { issue, option, low, high } = statement;
      const values = { issue: names.issue(issue), option: names.option(issue, option), low, high };
      return low === high ? say("prepare.said.value", values) : say("prepare.said.value.range", values);
    }
    case "option-order": {
      const { issue, order } = statement;
      return say("prepare.said.optionOrder", {
        issue: names.issue(issue),
        order: orderWords(order, (option) => names.option(issue, option)),
      });
    }
    case "choice": {
      const { first, second, answer } = statement;
      const [better, worse] = answer === "second" ? [second, first] : [first, second];
      const values = { better: choicesWords(say, names, better), worse: choicesWords(say, names, worse) };
      return say(answer === "indifferent" ? "prepare.said.choice.same" : "prepare.said.choice", values);
    }
    case "reservation-range": {
      const { low, high } = statement;
      return low === high
        ? say("prepare.said.reservation", { value: low })
        : say("prepare.said.reservation.range", { low, high });
    }
    case "no-deal": {
      const settlement = settlementWords(say, names, packages, statement.settlement);
      return say(noDealIds[statement.answer], { settlement });
    }
    default:
      return unreachable(statement);
  }
}

const noDealIds = {
  better: "prepare.said.noDeal.better",
  "about-equal": "prepare.said.noDeal.same",
  worse: "prepare.said.noDeal.worse",
} as const satisfies Readonly<Record<string, MessageId>>;

/** "A > B = C": best first. Of a long order only its beginning and its end. */
export function orderWords(order: readonly (readonly string[])[], name: (id: string) => string): string {
  const ranks = order.map((rank) => rank.map(name).join(" = "));
  return (ranks.length > 5 ? [...ranks.slice(0, 3), "…", ranks.at(-1)!] : ranks).join(" > ");
}

/** "Sanctions: lifted in stages; Prisoners: all for all". */
export function choicesWords(say: Say, names: AgendaNames, choices: Choices): string {
  return Object.entries(choices)
    .map(([issue, option]) =>
      say("prepare.said.chosen", { issue: names.issue(issue), option: names.option(issue, option) }),
    )
    .join("; ");
}

export function settlementWords(
  say: Say,
  names: AgendaNames,
  packages: readonly Package[],
  settlement: Choices,
): string {
  const { base, others } = settlementName(packages, settlement);
  const shown = Object.fromEntries(others.slice(0, 3));
  const changes = choicesWords(say, names, shown) + (others.length > 3 ? "; …" : "");
  if (!base) return say("prepare.said.settlement", { choices: changes });
  return others.length === 0
    ? say("prepare.said.package", { name: base.name })
    : say("prepare.said.package.but", { name: base.name, choices: changes });
}

/** "European presence: none or reactive, and NATO status: open door". */
export function conditionWords(say: Say, names: AgendaNames, condition: Condition): string {
  return condition
    .map(({ issue, options }) =>
      say("prepare.said.clause", {
        issue: names.issue(issue),
        options: options.map((option) => names.option(issue, option)).join(say("prepare.said.or")),
      }),
    )
    .join(say("prepare.said.and"));
}

/** Why a part of the draft is left out of every answer. */
export function misfitWords(say: Say, agenda: Agenda, misfit: Misfit): string {
  const names = agendaNames(agenda);
  switch (misfit.kind) {
    case "no-such-issue":
      return say("prepare.misfit.issue", { issue: misfit.issue });
    case "no-such-option":
      return say("prepare.misfit.option", { issue: names.issue(misfit.issue), option: misfit.option });
    case "open-issues":
      return say("prepare.misfit.open", { issues: misfit.issues.map(names.issue).join(", ") });
    case "impossible-range":
      return say("prepare.misfit.range", { low: String(misfit.low), high: String(misfit.high) });
    case "compared-with-itself":
      return say("prepare.misfit.itself");
    case "different-issues":
      return say("prepare.misfit.different");
    case "repeated":
      return say("prepare.misfit.repeated", { name: names.issue(misfit.name) });
    case "repeated-id":
      return say("prepare.misfit.repeatedId", { id: misfit.id });
    case "nothing-said":
      return say("prepare.misfit.nothing");
    case "other-agenda":
      return say("prepare.misfit.agenda", { agenda: misfit.agenda });
    case "no-such-party":
      return say("prepare.misfit.party", { party: misfit.party });
    default:
      return unreachable(misfit);
  }
}
