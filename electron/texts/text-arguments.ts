/**
 * @file What a text in ICU syntax takes, read from the text itself by the compiler: a sentence cannot be told without one of its
 * arguments. Known are `{name}`, `{count, number}`, `{count, plural, …}` and `{way, select, …}`, also inside of each other.
 */
import type { ToldValue } from "../contract/told.ts";

/** `{ tag: ToldValue; count: number }` of "Added {tag} to {count, plural, one {# photo} other {# photos}}". */
export type ArgumentsOf<Text extends string> =
  Read<Text> extends [infer Found, string] ? { [Name in keyof Found]: Found[Name] } : never;

/** What is found up to the end, or to the brace that closes the form of a plural, and what is behind that. */
type Read<Text extends string, Found = unknown> = Text extends `${infer Before}{${infer Inside}`
  ? Before extends `${string}}${string}`
    ? Close<Text, Found>
    : ReadArgument<Inside, Found>
  : Close<Text, Found>;

type Close<Text extends string, Found> = Text extends `${string}}${infer Rest}`
  ? [Found, Rest]
  : [Found, ""];

type ReadArgument<Inside extends string, Found> = Inside extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, plural, ${string}`
    ? Inside extends `${string}, plural, ${infer Forms}`
      ? ReadForms<Forms, Found & Record<Name, number>>
      : never
    : Head extends `${infer Name}, select, ${string}`
      ? Inside extends `${string}, select, ${infer Forms}`
        ? ReadForms<Forms, Found & Record<Name, FormNames<Forms>>>
        : never
      : Head extends `${infer Name}, number`
        ? Read<Rest, Found & Record<Name, number>>
        : Read<Rest, Found & Record<Head, ToldValue>>
  : never;

/** What the forms of a plural or a select take, and what comes behind them. */
type ReadForms<Forms extends string, Found> = Forms extends `}${infer Rest}`
  ? Read<Rest, Found>
  : Forms extends `${string}{${infer Inside}`
    ? Read<Inside, Found> extends [infer More, infer Rest extends string]
      ? ReadForms<Trimmed<Rest>, More>
      : never
    : never;

/** "right" | "left" | "other". */
type FormNames<Forms extends string, Names extends string = never> = Forms extends `}${string}`
  ? Names
  : Forms extends `${infer Name} {${infer Inside}`
    ? Read<Inside> extends [unknown, infer Rest extends string]
      ? FormNames<Trimmed<Rest>, Names | Name>
      : never
    : never;

type Trimmed<Text extends string> = Text extends ` ${infer Rest}` ? Trimmed<Rest> : Text;
