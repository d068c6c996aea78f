import type { QueryGroup, QueryTerm } from "../../../../electron/contract/query-tree.ts";
import { quoteValue } from "../../library/query-text.ts";
import { kindOf, type FieldKind, type FormField } from "./form-fields.ts";

export type Operator =
  "is" | "is-not" | "in" | "not-in" | "from" | "until" | ">=" | "<=" | "=" | "!=" | ">" | "<";

/** What can be said of the values of each kind of field; the first is where a new row begins. */
export const operators: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: ["is", "is-not"],
  choice: ["is", "is-not"],
  date: ["in", "not-in", "from", "until"],
  number: [">=", "<=", "=", "!=", ">", "<"],
};

export type FormPart = FormRow | FormGroup;

export interface FormRow {
  readonly kind: "row";
  readonly key: number;
  readonly field: FormField;
  readonly operator: Operator;
  readonly value: string;
}

export interface FormGroup {
  readonly kind: "group";
  readonly key: number;
  readonly match: QueryGroup["match"];
  readonly parts: readonly FormPart[];
}

let keys = 0;

export function newRow(field: FormField = "words"): FormRow {
  return { kind: "row", key: ++keys, field, operator: operators[kindOf(field)][0]!, value: "" };
}

export function newGroup(match: FormGroup["match"], parts: FormGroup["parts"]): FormGroup {
  return { kind: "group", key: ++keys, match, parts };
}

export function toForm({ match, parts }: QueryGroup): FormGroup {
  return newGroup(
    match,
    parts.map((part) => (part.kind === "group" ? toForm(part) : toRow(part))),
  );
}

/** The text of the language; rows without a value and groups without rows say nothing. */
export function formText(group: FormGroup): string {
  return textOf(group, true);
}

function textOf(part: FormRow | FormGroup, isWhole = false): string {
  if (part.kind === "row") return rowText(part);
  const texts = part.parts.map((inner) => textOf(inner)).filter((text) => text !== "");
  const text = texts.join(part.match === "all" ? " " : " OR ");
  if (texts.length === 0) return "";
  // A text of one term with a minus before it is a term, too.
  if (part.match === "none") return `-${texts.length === 1 ? text : `(${text})`}`;
  return isWhole || texts.length === 1 ? text : `(${text})`;
}

function rowText({ field, operator, value }: FormRow): string {
  const given = value.trim();
  if (given === "") return "";
  const isNegated = operator === "is-not" || operator === "not-in" || operator === "!=";
  const minus = isNegated ? "-" : "";
  if (field === "words") return `${minus}${wordsText(given)}`;
  return `${minus}${field}:${valueText(field, operator, given)}`;
}

function valueText(field: FormField, operator: Operator, value: string): string {
  if (operator === "from") return `${value}..`;
  if (operator === "until") return `..${value}`;
  if (kindOf(field) === "number")
    return operator === "=" || operator === "!=" ? value : `${operator}${value}`;
  if (field !== "label") return quoteValue(value);
  const [, name = value, atLeast = ""] = /^(.*?)\s*(>=?\s*[\d.]+)?$/.exec(value) ?? [];
  return `${quoteValue(name)}${atLeast.replaceAll(" ", "")}`;
}

/** Several words are one phrase; quotation marks also keep a word from being an operator. */
function wordsText(words: string): string {
  return /^[\p{L}\p{N}_.]+$/u.test(words) && !/^(?:OR|AND)$/.test(words)
    ? words
    : `"${words.replaceAll('"', "")}"`;
}

function toRow({ field: name, value, isNegated }: QueryTerm): FormRow {
  const field = name as FormField;
  const kind = kindOf(field);
  const row = newRow(field);
  if (kind === "number") return { ...row, ...toNumber(value, isNegated) };
  if (kind === "date") return { ...row, ...toDates(value, isNegated) };
  return { ...row, value, operator: isNegated ? "is-not" : "is" };
}

const contrary = { ">=": "<", "<": ">=", "<=": ">", ">": "<=", "=": "!=" } as const;

function toNumber(value: string, isNegated: boolean): Pick<FormRow, "operator" | "value"> {
  const [, sign = "", number = ""] = /^(<=|>=|<|>|)(.*)$/.exec(value) ?? [];
  const operator = (sign === "" ? "=" : sign) as keyof typeof contrary;
  return { operator: isNegated ? contrary[operator] : operator, value: number };
}

function toDates(value: string, isNegated: boolean): Pick<FormRow, "operator" | "value"> {
  // Photos without a date are neither from nor until one, so that the contrary keeps both ends.
  if (isNegated) return { operator: "not-in", value };
  if (value.endsWith("..")) return { operator: "from", value: value.slice(0, -2) };
  if (value.startsWith("..")) return { operator: "until", value: value.slice(2) };
  return { operator: "in", value };
}
