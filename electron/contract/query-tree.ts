import { z } from "zod";

/** One `field:value` of a search; the field `words` has no colon. */
export interface QueryTerm {
  readonly kind: "term";
  readonly isNegated: boolean;
  readonly field: string;
  /** As it stands behind the colon, without quotation marks. */
  readonly value: string;
}

/** Conditions of which all, any or none must hold. */
export interface QueryGroup {
  readonly kind: "group";
  readonly match: "all" | "any" | "none";
  readonly parts: readonly QueryPart[];
}

export type QueryPart = QueryTerm | QueryGroup;

const QueryTerm = z.object({
  kind: z.literal("term"),
  isNegated: z.boolean(),
  field: z.string(),
  value: z.string(),
});

export const QueryGroup: z.ZodType<QueryGroup> = z.lazy(() =>
  z.object({
    kind: z.literal("group"),
    match: z.enum(["all", "any", "none"]),
    parts: z.array(z.union([QueryTerm, QueryGroup])),
  }),
);
