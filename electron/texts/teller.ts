import { IntlMessageFormat } from "intl-messageformat";
import type { Told, ToldValue } from "../contract/told.ts";

/** Says in one language what was told. */
export class Teller {
  readonly #texts: Readonly<Record<string, string>>;
  readonly #locale: string;
  /** Made when it is asked for: the first one costs a start 30 ms. */
  #list: Intl.ListFormat | undefined;
  readonly #formats = new Map<string, IntlMessageFormat>();

  /** `locale` writes numbers and lists. */
  constructor(texts: Readonly<Record<string, string>>, locale: string) {
    this.#texts = texts;
    this.#locale = locale;
  }

  /** Undefined where there is no such text, or it takes something that was not told: another version of the program told it. */
  say({ key, args }: Told): string | undefined {
    const format = this.#formatOf(key);
    if (!format) return undefined;
    try {
      const values = Object.entries(args).map(([name, value]) => [name, this.#sayValue(value)]);
      return String(format.format(Object.fromEntries(values) as Record<string, string | number>));
    } catch {
      // The text takes something else than was told.
      return undefined;
    }
  }

  #sayValue(value: ToldValue): string | number {
    if (typeof value === "string" || typeof value === "number") return value;
    if ("key" in value) return this.#sayPart(value);
    this.#list ??= new Intl.ListFormat(this.#locale, { type: "conjunction" });
    return this.#list.format(value.map((part) => this.#sayPart(part)));
  }

  #sayPart(part: Told): string {
    const said = this.say(part);
    if (said === undefined) throw new Error(`expected a text for “${part.key}” but there is none`);
    return said;
  }

  #formatOf(key: string): IntlMessageFormat | undefined {
    const known = this.#formats.get(key);
    if (known) return known;
    const text = Object.hasOwn(this.#texts, key) ? this.#texts[key] : undefined;
    if (text === undefined) return undefined;
    const format = new IntlMessageFormat(text, this.#locale, undefined, { ignoreTag: true });
    this.#formats.set(key, format);
    return format;
  }
}
