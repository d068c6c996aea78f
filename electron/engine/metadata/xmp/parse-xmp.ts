/**
 * @file The RDF/XML of an XMP packet as values, without saying what any of them means.
 *
 * ISO 16684-1 (XMP specification part 1), section 7 and annex C: which of RDF/XML's many spellings XMP allows.
 */
import type { Element } from "@xmldom/xmldom";
import { elementsOf, findRdf, isRdf, parseDocument, RDF, XML, XMLNS } from "./xmp-document.ts";
import type { XmpProperties, XmpValue } from "./xmp-value.ts";

/** Structures in lists in structures: programs use five or six. */
const MAX_DEPTH = 40;

/** The properties of a packet or a sidecar file. Undefined where it is no XMP (see {@link parseDocument}), or too deep. */
export function parseXmp(bytes: Buffer): XmpProperties | undefined {
  const document = parseDocument(bytes);
  const rdf = document && findRdf(document);
  if (!rdf) return undefined;
  try {
    const properties = new Map<string, XmpValue>();
    for (const description of elementsOf(rdf)) {
      for (const [name, value] of readFields(description, 0)) properties.set(name, value);
    }
    return properties;
  } catch {
    return undefined; // Too deep to be a description of a photo.
  }
}

/** Attributes are short for elements with nothing but text in them. */
function readFields(element: Element, depth: number): XmpProperties {
  const fields = new Map<string, XmpValue>();
  for (const attribute of element.attributes) {
    const { namespaceURI: namespace, localName, value } = attribute;
    if (!namespace || namespace === RDF || namespace === XML || namespace === XMLNS) continue;
    fields.set(`${namespace}${localName}`, { kind: "text", text: value });
  }
  for (const child of elementsOf(element)) fields.set(nameOf(child), readValue(child, depth + 1));
  return fields;
}

function readValue(element: Element, depth: number): XmpValue {
  if (depth > MAX_DEPTH) throw new Error(`expected at most ${MAX_DEPTH} levels of values`);
  if (element.getAttributeNS(RDF, "parseType") === "Resource") {
    return toStruct(readFields(element, depth));
  }
  const [child] = elementsOf(element);
  if (child && (isRdf(child, "Bag") || isRdf(child, "Seq") || isRdf(child, "Alt"))) {
    const items = elementsOf(child).filter((item) => isRdf(item, "li"));
    return { kind: "list", items: items.map((item) => readValue(item, depth + 1)) };
  }
  if (child) return toStruct(readFields(child, depth));
  const fields = readFields(element, depth);
  if (fields.size > 0) return toStruct(fields);
  const language = element.getAttributeNS(XML, "lang");
  const text = element.getAttributeNS(RDF, "resource") ?? element.textContent ?? "";
  return { kind: "text", text, ...(language && { language }) };
}

/** A value with qualifiers is written as a structure that has it under rdf:value. */
function toStruct(fields: XmpProperties): XmpValue {
  return fields.get(`${RDF}value`) ?? { kind: "struct", fields };
}

function nameOf({ namespaceURI, localName }: Element): string {
  return `${namespaceURI ?? ""}${localName ?? ""}`;
}
