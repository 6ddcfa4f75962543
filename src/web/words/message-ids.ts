import type { Catalogue } from "./en/index.ts";

declare global {
  // react-intl's own way to be told which ids exist: a misspelt one does not compile
  namespace FormatjsIntl {
    interface Message {
      ids: keyof Catalogue;
    }
  }
}
