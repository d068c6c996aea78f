import { globSync, readFileSync } from "node:fs";
import { parse, type AST } from "svelte/compiler";
import { expect, test } from "vitest";

const files = globSync("renderer/src/**/*.svelte").map((file) => file.replaceAll("\\", "/"));

/** Attributes, and those of the house's own components, that somebody reads or hears. */
const SPOKEN =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|backLabel|closeLabel|content|label|name|placeholder|text|title)$/;
/** Of elements `name` and `content` are for the program. */
const UNSPOKEN_ON_ELEMENTS = /^(content|label|name|text)$/;

test("what is read in the window comes from the catalog", () => {
  expect(files.length, "no components found; the glob above is stale").toBeGreaterThan(50);
  expect(files.flatMap((file) => literalTexts(readFileSync(file, "utf8"), file))).toEqual([]);
});

test("texts are found where they are written between tags, in attributes and in expressions", () => {
  const found = literalTexts(
    `<p title="Long ago">{say("a")} Hello {isOn ? "On" : "Off"}</p>
     <input name="group" placeholder={"Type " + here} type="radio" />
     <Field label="Name" kind="wide" />
     <code>semblance serve</code><b class="big">1:1 · ?</b><style>p { color: red; }</style>`,
    "A.svelte",
  );

  expect(found).toEqual([
    "A.svelte: Long ago",
    "A.svelte: Hello",
    "A.svelte: On",
    "A.svelte: Off",
    "A.svelte: Type",
    "A.svelte: Name",
  ]);
});

/** Letters that would be read as they stand: between tags, and in attributes that are spoken. */
function literalTexts(source: string, file: string): string[] {
  const found: string[] = [];
  const see = (text: unknown): void => {
    if (typeof text === "string" && /\p{L}/u.test(text)) found.push(`${file}: ${text.trim()}`);
  };

  function visit(node: unknown): void {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    switch (node.type) {
      case "Text":
        return see(node.data);
      case "ExpressionTag":
        return literalsOf(node.expression).forEach(see);
      case "Attribute":
        return;
      case "RegularElement":
        // What is typed into a terminal is the same everywhere.
        if (node.name === "code") return;
        return visitParts(node);
      default:
        return visitParts(node);
    }
  }

  function visitParts(node: Node): void {
    for (const attribute of attributesOf(node)) visitAttribute(attribute, node.type);
    for (const [name, value] of Object.entries(node)) {
      if (name !== "expression" && name !== "attributes") visit(value);
    }
  }

  function visitAttribute({ name, value }: AST.Attribute, owner: string): void {
    const isSpoken =
      SPOKEN.test(name) && !(owner === "RegularElement" && UNSPOKEN_ON_ELEMENTS.test(name));
    if (isSpoken) visit(value);
  }

  visit(parse(source, { modern: true }).fragment);
  return found;
}

/** Strings that the expression may be; what it asks or hands to a function is not shown. */
function literalsOf(expression: unknown): readonly unknown[] {
  if (!isNode(expression)) return [];
  const { type, value, left, right, consequent, alternate, operator, quasis } = expression;
  if (type === "Literal") return [value];
  if (type === "TemplateLiteral") {
    return (quasis as readonly { value: { raw: string } }[]).map((part) => part.value.raw);
  }
  if (type === "ConditionalExpression") return [consequent, alternate].flatMap(literalsOf);
  if (type === "LogicalExpression") return [left, right].flatMap(literalsOf);
  if (type === "BinaryExpression" && operator === "+") return [left, right].flatMap(literalsOf);
  return [];
}

function attributesOf(node: Record<string, unknown>): readonly AST.Attribute[] {
  const { attributes } = node;
  if (!Array.isArray(attributes)) return [];
  return (attributes as readonly AST.BaseNode[]).filter(
    (attribute): attribute is AST.Attribute => attribute.type === "Attribute",
  );
}

type Node = Record<string, unknown> & { readonly type: string };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
