/**
 * A value of an XMP packet (ISO 16684-1, section 6). Properties and fields are named by their namespace's address followed
 * directly by their own name: `http://purl.org/dc/elements/1.1/subject`.
 */
export type XmpValue =
  | { readonly kind: "text"; readonly text: string; readonly language?: string }
  /** rdf:Bag, rdf:Seq or rdf:Alt. */
  | { readonly kind: "list"; readonly items: readonly XmpValue[] }
  | { readonly kind: "struct"; readonly fields: XmpProperties };

export type XmpProperties = ReadonlyMap<string, XmpValue>;

/** The text of a value that has one: of several languages the default one, of a list its first item. */
export function textOf(value: XmpValue | undefined): string | undefined {
  if (value?.kind === "text") return value.text;
  if (value?.kind !== "list") return undefined;
  const { items } = value;
  const chosen = items.find((item) => item.kind === "text" && item.language === "x-default");
  return textOf(chosen ?? items[0]);
}

/** The texts of a list; a single value counts as a list of one. */
export function textsOf(value: XmpValue | undefined): string[] {
  const items = value?.kind === "list" ? value.items : value ? [value] : [];
  return items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
}
