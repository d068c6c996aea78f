import { expect, test } from "vitest";
import { QueryGroup } from "../../../electron/contract/query-tree.ts";
import { readTree } from "../../../electron/engine/search/read-tree.ts";

const term = (field: string, value: string, isNegated = false) => ({
  kind: "term",
  isNegated,
  field,
  value,
});
const group = (match: string, ...parts: object[]) => ({ kind: "group", match, parts });

test.each<[string, object]>([
  ["", group("all")],
  ["dog", group("all", term("words", "dog"))],
  ["-tag:work", group("all", term("tag", "work", true))],
  [
    "(label:dog OR label:cat) -tag:work",
    group(
      "all",
      group("any", term("label", "dog"), term("label", "cat")),
      term("tag", "work", true),
    ),
  ],
  ["-(a OR b)", group("none", term("words", "a"), term("words", "b"))],
  ["-(a b)", group("none", group("all", term("words", "a"), term("words", "b")))],
  ["--a", group("none", term("words", "a", true))],
  ['label:"tabby cat">=0.5', group("all", term("label", "tabby cat>0.5"))],
  ["album:#12 rating:>=4", group("all", term("album", "#12"), term("rating", ">=4"))],
])("%j is read as groups of conditions", (text, expected) => {
  expect(QueryGroup.parse(readTree(text))).toEqual(expected);
});
