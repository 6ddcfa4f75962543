import type { Question } from "#model";
import { unreachable } from "#prelude";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedLine, judgedPackage } from "../judged.ts";
import { packageOf, sheetOf } from "../lookup.ts";
import { issueName, listed, optionName, optionsText, partyName, separated } from "../wording.ts";

type OfRecord = "event" | "chooses" | "quantity" | "line" | "members" | "size" | "source";

/**
 * Questions that only look up what the scenario records. An event is decided by its record; a choice by the package as
 * encoded; a line by the lines found; the existence of a source by that source; quantities, members and size by the
 * agenda, which cites nobody. `size` counts every combination of options, before any rule.
 */
export function decideRecord(question: Extract<Question, { kind: OfRecord }>, { scenario }: World): Finding {
  const { agenda } = scenario;
  switch (question.kind) {
    case "event": {
      const event = agenda.events.find(({ id }) => id === question.event);
      return found(
        event?.date === question.date,
        () => (event ? `${event.what}: ${event.date}.` : `No event "${question.event}" is on record.`),
        () =>
          event ? [{ kind: "event", id: event.id, says: `${event.what}, ${event.date}`, sources: event.sources }] : [],
      );
    }
    case "chooses": {
      const judged = packageOf(scenario, question.package);
      const chosen = judged.choices[question.issue];
      return found(
        chosen === question.option,
        () => {
          const choice = chosen === undefined ? "open" : `"${optionName(scenario, question.issue, chosen)}"`;
          return `"${judged.name}" has ${issueName(scenario, question.issue)}: ${choice}.`;
        },
        () => [judgedPackage(judged)],
      );
    }
    case "quantity": {
      const options = agenda.issues.find(({ id }) => id === question.issue)?.options;
      const quantities = options?.find(({ id }) => id === question.option)?.quantities ?? [];
      const figure = quantities.find(({ name }) => name === question.quantity);
      return found(figure?.low === question.low && figure.high === question.high, () => {
        const option = `"${optionName(scenario, question.issue, question.option)}"`;
        if (!figure) return `${option} states no ${question.quantity}.`;
        const size =
          figure.low === figure.high ? separated(figure.low) : `${separated(figure.low)} to ${separated(figure.high)}`;
        return `${option}: ${size} ${figure.unit}.`;
      });
    }
    case "line": {
      const sheet = sheetOf(scenario, question.party);
      const party = partyName(scenario, question.party);
      if (!sheet) return undecided(`${party} has no sheet.`);
      const lines = sheet.redLines.filter((line) => {
        return line.kind === question.is && line.when.some(({ issue }) => issue === question.issue);
      });
      return found(
        lines.length > 0,
        () => {
          const issue = issueName(scenario, question.issue);
          if (lines.length === 0) return `${party} has no ${question.is} line on ${issue}.`;
          const held = lines.length > 1 ? `${lines.length} ${question.is} lines` : `a ${question.is} line`;
          return `${party} has ${held} on ${issue}, against ${listed(lines.map(({ when }) => optionsText(scenario, when)))}.`;
        },
        () => lines.map((line) => judgedLine(scenario, sheet, line)),
      );
    }
    case "members": {
      const names = agenda.parties.find(({ id }) => id === question.party)?.members.map(({ name }) => name) ?? [];
      const missing = question.includes.filter((name) => !names.includes(name));
      return found(missing.length === 0, () => {
        const party = partyName(scenario, question.party);
        if (missing.length > 0)
          return `${listed(missing)} ${missing.length > 1 ? "are" : "is"} not named among the members of ${party}.`;
        return `${party} counts ${listed(question.includes)} among its members.`;
      });
    }
    case "size": {
      const size = agenda.issues.reduce((product, { options }) => product * BigInt(options.length), 1n);
      return found(agenda.issues.length === question.issues && String(size) === question.settlements, () => {
        return `${agenda.issues.length} issues, ${separated(size)} combinations of options before any rule.`;
      });
    }
    case "source": {
      const source = agenda.sources.find(({ id }) => id === question.source);
      return found(
        source !== undefined,
        () =>
          source
            ? `On record: ${source.publisher}, ${source.date}, ${source.title} (${source.status}).`
            : `No source "${question.source}" is on record.`,
        () =>
          source
            ? [{ kind: "source", id: source.id, says: `${source.publisher}, ${source.date}`, sources: [source.id] }]
            : [],
      );
    }
    default:
      return unreachable(question);
  }
}
