/**
 * @file Changes of single properties in an XMP document. Everything else in it stays as it is: other properties, other
 * programs' namespaces and prefixes, attributes as attributes and elements as elements.
 */
import { DOMImplementation, type Document, type Element } from "@xmldom/xmldom";
import { elementsOf, findRdf, isRdf, parseDocument, RDF, XML, XMLNS } from "./xmp-document.ts";

/** A property by its namespace's address, with the prefix that is declared where the document has none for it. */
export interface PropertyName {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
}

/** Kinds of lists: without an order, and with one. */
export type ListKind = "Bag" | "Seq";

/** A document to be edited; undefined where the bytes are no XMP, or cannot be written again without losing some of them. */
export function openXmp(bytes: Buffer): Document | undefined {
  const document = parseDocument(bytes, { isStrict: true });
  return document && findRdf(document) ? document : undefined;
}

/** As programs write a sidecar from nothing (ISO 16684-1, 7.3). */
export function createXmp(): Document {
  const document = new DOMImplementation().createDocument("adobe:ns:meta/", "x:xmpmeta");
  const rdf = document.createElementNS(RDF, "rdf:RDF");
  document.documentElement!.appendChild(rdf);
  addDescription(rdf);
  return document;
}

export function hasProperty(document: Document, name: PropertyName): boolean {
  return settle(document, name) !== undefined || attributeOwner(document, name) !== undefined;
}

/** A property with a plain text; undefined takes it away. One that is there keeps its form. */
export function setText(document: Document, name: PropertyName, text: string | undefined): void {
  const found = settle(document, name);
  if (text === undefined) remove(document, name);
  else if (found) found.textContent = toXmlText(text);
  else {
    const target = attributeOwner(document, name) ?? firstDescription(document);
    target.setAttributeNS(name.namespace, qualified(target, name), toXmlText(text));
  }
}

/** The default language of a text in several ones (ISO 16684-1, 8.2.2.4); undefined takes the property away. */
export function setDefaultText(
  document: Document,
  name: PropertyName,
  text: string | undefined,
): void {
  if (text === undefined) {
    remove(document, name);
    return;
  }
  const list = ensureList(document, name, "Alt");
  const items = elementsOf(list).filter((item) => isRdf(item, "li"));
  const isDefault = (item: Element) => item.getAttributeNS(XML, "lang") === "x-default";
  let item = items.find(isDefault);
  if (!item) {
    item = addItem(list, "");
    item.setAttributeNS(XML, "xml:lang", "x-default");
    // Where programs look no further than the first one, it is the default.
    if (items[0]) list.insertBefore(item, items[0]);
  }
  item.textContent = toXmlText(text);
}

export interface ItemChange {
  /** Which of the items that are there go. */
  readonly isRemoved: (text: string) => boolean;
  /** What an item that stays is to say; without it, what it says. */
  readonly respelled?: (text: string) => string;
  readonly added: readonly string[];
}

/** Takes items out of a list and adds others at its end; a list without items goes. Items that stay as they are, are not touched. */
export function changeItems(
  document: Document,
  { name, kind }: { readonly name: PropertyName; readonly kind: ListKind },
  { isRemoved, respelled = (text) => text, added }: ItemChange,
): void {
  if (!settle(document, name) && !attributeOwner(document, name) && added.length === 0) return;
  const list = ensureList(document, name, kind);
  for (const item of elementsOf(list)) {
    if (!isRdf(item, "li")) continue;
    const text = item.textContent ?? "";
    if (isRemoved(text)) withoutSpace(item);
    else if (respelled(text) !== text) item.textContent = toXmlText(respelled(text));
  }
  for (const text of added) addItem(list, text);
  if (elementsOf(list).length === 0) remove(document, name);
}

/** The property's element; of several the last, which is the one that is read, and the other spellings go. */
function settle(document: Document, name: PropertyName): Element | undefined {
  const found = descriptions(document).flatMap((description) =>
    elementsOf(description).filter(
      (element) => element.namespaceURI === name.namespace && element.localName === name.name,
    ),
  );
  const last = found.pop();
  for (const element of found) withoutSpace(element);
  if (last) removeAttributes(document, name);
  return last;
}

function attributeOwner(document: Document, name: PropertyName): Element | undefined {
  return descriptions(document).findLast((description) =>
    description.hasAttributeNS(name.namespace, name.name),
  );
}

function remove(document: Document, name: PropertyName): void {
  const element = settle(document, name);
  if (element) withoutSpace(element);
  removeAttributes(document, name);
}

function removeAttributes(document: Document, { namespace, name }: PropertyName): void {
  for (const description of descriptions(document)) description.removeAttributeNS(namespace, name);
}

/** The list of a property. A single text, which some programs write instead of a list of one, becomes its item. */
function ensureList(document: Document, name: PropertyName, kind: ListKind | "Alt"): Element {
  const property = settle(document, name) ?? addProperty(document, name);
  const [list] = elementsOf(property);
  if (list && ["Bag", "Seq", "Alt"].some((each) => isRdf(list, each))) return list;
  const single = list ? "" : (property.textContent ?? "").trim();
  property.textContent = "";
  const made = append(
    property,
    document.createElementNS(RDF, qualified(property, { ...RDF_NAME, name: kind })),
  );
  if (single !== "") addItem(made, single, kind === "Alt");
  return made;
}

const RDF_NAME = { namespace: RDF, prefix: "rdf" } as const;

/** An empty element for the property; what was its attribute becomes its text. */
function addProperty(document: Document, name: PropertyName): Element {
  const owner = attributeOwner(document, name);
  const target = owner ?? firstDescription(document);
  const property = document.createElementNS(name.namespace, qualified(target, name));
  property.textContent = owner?.getAttributeNS(name.namespace, name.name) ?? "";
  owner?.removeAttributeNS(name.namespace, name.name);
  return append(target, property);
}

function addItem(list: Element, text: string, isDefault = false): Element {
  const item = list.ownerDocument!.createElementNS(
    RDF,
    qualified(list, { ...RDF_NAME, name: "li" }),
  );
  item.textContent = toXmlText(text);
  if (isDefault) item.setAttributeNS(XML, "xml:lang", "x-default");
  return append(list, item);
}

function descriptions(document: Document): Element[] {
  const rdf = findRdf(document);
  return rdf ? elementsOf(rdf) : [];
}

function firstDescription(document: Document): Element {
  return descriptions(document)[0] ?? addDescription(findRdf(document)!);
}

function addDescription(rdf: Element): Element {
  const description = rdf.ownerDocument!.createElementNS(
    RDF,
    qualified(rdf, { ...RDF_NAME, name: "Description" }),
  );
  description.setAttributeNS(RDF, qualified(rdf, { ...RDF_NAME, name: "about" }), "");
  return append(rdf, description);
}

function append(parent: Element, child: Element): Element {
  parent.appendChild(child);
  return child;
}

/** The name with the prefix that its namespace has at this place, which is declared there if there is none. */
function qualified(element: Element, { namespace, prefix, name }: PropertyName): string {
  let known = element.lookupPrefix(namespace);
  if (!known) {
    known = prefix;
    for (let number = 2; element.lookupNamespaceURI(known); number++) known = `${prefix}${number}`;
    element.setAttributeNS(XMLNS, `xmlns:${known}`, namespace);
  }
  return `${known}:${name}`;
}

/** Takes an element away with the line that it stood on. */
function withoutSpace(element: Element): void {
  const before = element.previousSibling;
  const parent = element.parentNode!;
  if (before?.nodeType === TEXT && (before.nodeValue ?? "").trim() === "")
    parent.removeChild(before);
  parent.removeChild(element);
}

const TEXT = 3;

/** What no XML may hold (XML 1.0, 2.2) is a space, as it is to the reader of files. */
function toXmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, " ");
}
