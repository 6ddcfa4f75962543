import type { Agenda, Choices } from "#model";
import { ok, type Result } from "#prelude";
import { couldNotRun, type Failure } from "./failure.ts";
import { didYouMean } from "./nearest-name.ts";

/** `S1_eu_presence=none T1_donbas=frozen` as choices; every issue and option is one of the agenda's. */
export function parseChoices(words: readonly string[], flag: string, agenda: Agenda): Result<Choices, Failure> {
  const choices: Record<string, string> = {};
  for (const word of words) {
    const [issueId = "", optionId = "", ...rest] = word.split("=");
    if (issueId === "" || optionId === "" || rest.length > 0)
      return couldNotRun(`${flag} takes issue=option, such as ${example(agenda)}; "${word}" is not that.`);
    const issue = agenda.issues.find(({ id }) => id === issueId);
    if (!issue) {
      const known = agenda.issues.map(({ id }) => id);
      return couldNotRun(
        `${flag}: there is no issue "${issueId}".${didYouMean(issueId, known)}\nIssues: ${known.join(", ")}.`,
      );
    }
    const options = issue.options.map(({ id }) => id);
    if (!options.includes(optionId))
      return couldNotRun(
        `${flag}: ${issueId} has no option "${optionId}".${didYouMean(optionId, options)}\nIts options: ${options.join(", ")}.`,
      );
    const before = choices[issueId];
    if (before !== undefined && before !== optionId)
      return couldNotRun(`${flag} gives ${issueId} two options, ${before} and ${optionId}; it can take one.`);
    choices[issueId] = optionId;
  }
  return ok(choices);
}

function example(agenda: Agenda): string {
  const issue = agenda.issues[0];
  return issue?.options[0] ? `${issue.id}=${issue.options[0].id}` : "issue=option";
}
