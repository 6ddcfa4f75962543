import { type ReactNode, useCallback } from "react";
import { IntlProvider, useIntl } from "react-intl";
import { type Catalogue, english } from "./en/index.ts";

export type MessageId = keyof Catalogue;
export type MessageValues = Readonly<Record<string, string | number>>;

type Language = {
  readonly messages: Catalogue;
  readonly direction: "ltr" | "rtl";
  /** How days and lists are written: the catalogue's English is British. */
  readonly locale: string;
};

/** Grows when a room is opened: `addMessages`. */
// safe: those that are missing are added before a page that says them is drawn (room-page.ts)
const messages = { ...english } as Record<keyof Catalogue, string>;

/** Texts that were loaded later, before the first page that says them is drawn. */
export function addMessages(more: Readonly<Record<string, string>>): void {
  // into the same object: whoever has a hold of the catalogue says them too, and nothing is drawn anew
  Object.assign(messages, more);
}

/** The languages of the interface; a right-to-left one sets the page's direction with it. */
const languages: Readonly<Record<string, Language>> = {
  en: { messages, direction: "ltr", locale: "en-GB" },
};

/** Everything below it speaks the reader's language, English where there is no catalogue for it. */
export function Words({ children }: { readonly children: ReactNode }) {
  const wanted = navigator.languages.map((language) => language.split("-")[0]!);
  const language = wanted.find((one) => one in languages) ?? "en";
  const { messages, direction, locale } = languages[language]!;
  document.documentElement.lang = locale;
  document.documentElement.dir = direction;
  return (
    <IntlProvider locale={locale} messages={messages} onError={broken}>
      {children}
    </IntlProvider>
  );
}

/** A text of the catalogue as a string, for labels and titles. */
export function useWords(): (id: MessageId, values?: MessageValues) => string {
  const intl = useIntl();
  // the same function until the language changes, so that what is made from words need not be made anew
  return useCallback((id, values) => intl.formatMessage({ id }, { ...values }), [intl]);
}

function broken(error: Error): never {
  throw error; // a missing text is a mistake of ours, and shows in the first test that opens the page
}
