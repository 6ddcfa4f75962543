import type { Named, Path, Renaming, YamlEdit, YamlValue } from "#language";

export type Files = Readonly<Record<string, string>>;

/** What the editor asks of its files' YAML; answered in a worker, so that a long file never holds the page up. */
export type YamlQuestions = {
  /** What the text says; undefined when it is not YAML. */
  readonly value: { readonly input: { readonly text: string }; readonly answer: YamlValue | undefined };
  /** The text with the edits and what it then says; undefined when they cannot be made in it. */
  readonly edit: {
    readonly input: { readonly text: string; readonly edits: readonly YamlEdit[] };
    readonly answer: { readonly text: string; readonly value: YamlValue } | undefined;
  };
  readonly offset: { readonly input: { readonly text: string; readonly path: Path }; readonly answer: number };
  readonly mentions: { readonly input: { readonly files: Files; readonly what: Named }; readonly answer: number };
  readonly rename: {
    readonly input: { readonly files: Files; readonly what: Named; readonly to: string };
    readonly answer: Renaming | undefined;
  };
};

export type YamlKind = keyof YamlQuestions;

/** Kind and input belong together. */
export type YamlAsk = {
  readonly [K in YamlKind]: { readonly id: number; readonly kind: K; readonly input: YamlQuestions[K]["input"] };
}[YamlKind];

export type YamlAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly why: string }
);
