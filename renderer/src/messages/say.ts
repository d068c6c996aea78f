import { IntlMessageFormat } from "intl-messageformat";
import { en, type MessageKey } from "./en.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

const formats = new Map<MessageKey, IntlMessageFormat>();

/** The text for a key in the user's language, with numbers and plurals as its locale writes them. */
export function say(key: MessageKey, values: MessageValues = {}): string {
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(en[key], "en", undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format(values));
}

export type { MessageKey };
