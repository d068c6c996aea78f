/**
 * @file The XML of an XMP packet: what is taken for one, and how it becomes text again.
 *
 * ISO 16684-1 (XMP specification part 1), section 7 and annex C: which of RDF/XML's many spellings XMP allows.
 */
import { DOMParser, XMLSerializer, type Document, type Element, type Node } from "@xmldom/xmldom";

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
export const XML = "http://www.w3.org/XML/1998/namespace";
export const XMLNS = "http://www.w3.org/2000/xmlns/";

/** Long edit histories are some hundred kilobytes; a document in memory takes fifty times its text. */
export const MAX_XMP_BYTES = 4_000_000;
const MAX_TAGS = 100_000;

const ELEMENT = 1;

/**
 * The document of a packet or a sidecar file. Undefined where it is no XML, too large, or has a document type of its own,
 * whose entities could make a few bytes into gigabytes. With `isStrict` also where some of its bytes are no text: such a
 * document cannot be written again without losing them.
 */
export function parseDocument(
  bytes: Buffer,
  { isStrict = false }: { readonly isStrict?: boolean } = {},
): Document | undefined {
  if (bytes.length > MAX_XMP_BYTES) return undefined;
  try {
    const text = decode(bytes, isStrict);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || countTags(text) > MAX_TAGS) return undefined;
    return new DOMParser({ locator: false, onError: stopAtErrors }).parseFromString(
      text,
      "text/xml",
    );
  } catch {
    return undefined; // What is no XML says nothing; the photo itself is fine.
  }
}

/** UTF-8, whatever the document was before. */
export function serializeDocument(document: Document): Buffer {
  const text = new XMLSerializer().serializeToString(document);
  // The parser has made every line end a \n, so what is left of \r was written as a character reference.
  const body = text.replaceAll("\r", "&#13;").replace(DECLARATION, "");
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`);
}

const DECLARATION = /^<\?xml\s[^>]*\?>\s*/;

/** Undefined where there is none: then it is no XMP. */
export function findRdf(document: Document): Element | undefined {
  const root = document.documentElement;
  if (!root) return undefined;
  const rdf = isRdf(root, "RDF") ? root : root.getElementsByTagNameNS(RDF, "RDF").item(0);
  return rdf ?? undefined;
}

export function elementsOf(node: Node): Element[] {
  return [...node.childNodes].filter((child): child is Element => child.nodeType === ELEMENT);
}

export function isRdf(element: Element, localName: string): boolean {
  return element.namespaceURI === RDF && element.localName === localName;
}

/** Packets may be padded with NULs, and sidecars may begin with a byte order mark. */
function decode(bytes: Buffer, isStrict: boolean): string {
  const isWide = bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0 || bytes[0]! >= 0xfe);
  const isBigEndian = bytes[0] === 0 || bytes[0] === 0xfe;
  const encoding = isWide ? (isBigEndian ? "utf-16be" : "utf-16le") : "utf-8";
  const text = new TextDecoder(encoding, { fatal: isStrict }).decode(bytes);
  return text.replaceAll("\0", "").trim();
}

function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) count++;
  return count;
}

function stopAtErrors(level: string, message: string): void {
  if (level !== "warning") throw new Error(message);
}
