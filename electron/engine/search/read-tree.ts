import type { QueryGroup, QueryPart } from "../../contract/query-tree.ts";
import { termParts } from "./language/print-query.ts";
import type { Query } from "./language/query.ts";
import { parseQuery } from "./parse-query.ts";

/** A search as groups of conditions. Bad text throws `query-invalid`. */
export function readTree(text: string): QueryGroup {
  const part = toPart(parseQuery(text));
  return part.kind === "group" ? part : { kind: "group", match: "all", parts: [part] };
}

function toPart(query: Query): QueryPart {
  if (query.kind === "not") return toNegated(query.term);
  if (query.kind === "and" || query.kind === "or") {
    const match = query.kind === "and" ? "all" : "any";
    return { kind: "group", match, parts: query.terms.map(toPart) };
  }
  const { field, value, atLeast = "" } = termParts(query);
  return { kind: "term", isNegated: false, field, value: `${value}${atLeast}` };
}

function toNegated(query: Query): QueryPart {
  const part = toPart(query);
  if (part.kind === "term" && !part.isNegated) return { ...part, isNegated: true };
  const parts = part.kind === "group" && part.match === "any" ? part.parts : [part];
  return { kind: "group", match: "none", parts };
}
