import { FormattedMessage } from "react-intl";
import { describeProblem, describeRefused } from "./describe-refused.ts";
import type { Refused } from "./shelf.ts";
import "./refusal.css";

/** Why something could not be saved, and what to do about it; with every problem of a file that could not be brought back. */
export function Refusal({ refused }: { readonly refused: Refused }) {
  const problems = refused.kind === "not-a-shelf-file" ? refused.problems : [];
  return (
    <div role="alert" className="shelf-refusal">
      <p>
        <FormattedMessage {...describeRefused(refused)} />
      </p>
      {problems.length > 0 ? (
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.where} ${problem.what} ${problem.detail}`}>
              <FormattedMessage {...describeProblem(problem)} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
