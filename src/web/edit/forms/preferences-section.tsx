import type { YamlEdit, YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import type { IssueChoice } from "./agenda-names.ts";
import { EvidenceFields } from "./evidence-fields.tsx";
import { evidenceKeys } from "./evidence-keys.ts";
import { SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { JudgementField } from "./judgement-field.tsx";
import { readJudgement } from "./judgement-value.ts";
import { orderValue, ranksOf } from "./order-value.ts";
import { child, idText, listOf, type Part, partOf, unknownKeys } from "./read-value.ts";
import { FormItem, FormSection, OnlyInSource } from "./section.tsx";

const issuesPath = ["issues"];

/** What each issue weighs and each option is worth. In the order of the agenda; what the agenda does not have comes last. */
export function PreferencesSection() {
  const words = useWords();
  const { value, names, edit } = useForm();
  const held = partOf({ value, path: [] }, "issues");
  const strange = unknownKeys(
    held.value,
    names.issues.map(({ id }) => id),
  );
  return (
    <FormSection
      title={words("edit.preferences")}
      path={issuesPath}
      count={held.value instanceof Map ? held.value.size : 0}
      begun
    >
      {() => (
        <>
          <ul className="edit-items">
            {names.issues.map((issue, index) => {
              const preference = partOf(held, issue.id);
              return (
                <FormItem
                  key={issue.id}
                  title={titled(issue, preference, words("edit.preferences.missing"))}
                  id={issue.id}
                  path={preference.path}
                  first={index === 0}
                  last
                >
                  {() =>
                    preference.value === undefined ? (
                      <button
                        type="button"
                        className="edit-add"
                        data-part={preference.path.join("/")}
                        onClick={() => edit([{ kind: "set", path: preference.path, value: begun(issue) }])}
                      >
                        {words("edit.preferences.add")}
                      </button>
                    ) : (
                      <PreferenceFields issue={issue} preference={preference} />
                    )
                  }
                </FormItem>
              );
            })}
          </ul>
          {strange.map((id) => (
            <OnlyInSource key={id} path={held.path} keys={[id]} />
          ))}
        </>
      )}
    </FormSection>
  );
}

function titled(issue: IssueChoice, { value }: Part, missing: string): string {
  if (value === undefined) return `${issue.name}: ${missing}`;
  const { low, mid, high } = readJudgement(child(value, "weight"));
  return `${issue.name}: ${mid || [low, high].filter(Boolean).join("–")}`;
}

function begun({ options }: IssueChoice): YamlValue {
  return new Map<string, YamlValue>([
    ["weight", 1],
    ["values", new Map(options.map(({ id }) => [id, 50]))],
  ]);
}

function PreferenceFields({ issue, preference }: { readonly issue: IssueChoice; readonly preference: Part }) {
  const words = useWords();
  const { edit } = useForm();
  const values = partOf(preference, "values");
  const order = partOf(preference, "order");
  const ordered = order.value !== undefined;
  const ids = issue.options.map(({ id }) => id);
  const ranks = ranksOf(order.value, ids);
  const change = (to: "values" | "order"): void => {
    if ((to === "order") === ordered) return;
    const edits: readonly YamlEdit[] = ordered
      ? [
          { kind: "set", path: values.path, value: new Map(ids.map((id) => [id, evenly(ranks, id)])) },
          { kind: "remove", path: order.path },
        ]
      : [
          { kind: "set", path: order.path, value: orderValue(ranksByWorth(values.value, ids)) },
          ...(values.value === undefined ? [] : [{ kind: "remove", path: values.path } as const]),
        ];
    edit(edits);
  };
  return (
    <>
      <JudgementField of={partOf(preference, "weight")} label={words("edit.preferences.weight")} />
      <SelectField
        label={words("edit.preferences.how")}
        value={ordered ? "order" : "values"}
        choices={[
          { id: "values", name: words("edit.preferences.values") },
          { id: "order", name: words("edit.preferences.order") },
        ]}
        onChoice={(to) => change(to === "order" ? "order" : "values")}
      />
      {ordered ? (
        <fieldset className="edit-choices">
          <legend>{words("edit.preferences.ranks")}</legend>
          {issue.options.map(({ id, name }) => (
            <SelectField
              key={id}
              part={[...order.path, id]}
              label={name}
              value={String(ranks.get(id) ?? "")}
              choices={ids.map((_, index) => ({
                id: String(index + 1),
                name: words("edit.preferences.rank", { rank: index + 1 }),
              }))}
              onChoice={(rank) =>
                rank &&
                edit([{ kind: "set", path: order.path, value: orderValue(new Map(ranks).set(id, Number(rank))) }])
              }
            />
          ))}
        </fieldset>
      ) : (
        <fieldset className="edit-values">
          <legend>{words("edit.preferences.worth")}</legend>
          {issue.options.map(({ id, name }) => (
            <JudgementField key={id} of={partOf(values, id)} label={name} />
          ))}
        </fieldset>
      )}
      <EvidenceFields of={preference} />
      <OnlyInSource
        path={preference.path}
        keys={unknownKeys(preference.value, ["weight", "values", "order", ...evidenceKeys])}
      />
      <OnlyInSource path={values.path} keys={unknownKeys(values.value, ids)} />
    </>
  );
}

/** By the middle of what each is worth, the best first. */
function ranksByWorth(values: YamlValue | undefined, ids: readonly string[]): ReadonlyMap<string, number> {
  const worth = new Map(ids.map((id) => [id, middle(child(values, id))]));
  const levels = [...new Set(worth.values())].sort((a, b) => b - a);
  return new Map(ids.map((id) => [id, levels.indexOf(worth.get(id)!) + 1]));
}

function middle(value: YamlValue | undefined): number {
  const list = listOf(value);
  if (list) return (Number(list[0]) + Number(list[1])) / 2;
  return Number(idText(child(value, "mid") ?? value) ?? 0) || 0;
}

/** The language's own reading of an order: evenly spaced, the best 100, the worst 0. */
function evenly(ranks: ReadonlyMap<string, number>, id: string): number {
  const levels = [...new Set(ranks.values())].sort((a, b) => a - b);
  const at = levels.indexOf(ranks.get(id) ?? -1);
  if (levels.length < 2) return 100;
  return at < 0 ? 0 : Math.round((100 * (levels.length - 1 - at)) / (levels.length - 1));
}
