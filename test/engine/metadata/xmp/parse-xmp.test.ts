import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { parseXmp } from "../../../../electron/engine/metadata/xmp/parse-xmp.ts";
import { MAX_XMP_BYTES } from "../../../../electron/engine/metadata/xmp/xmp-document.ts";
import { textOf, textsOf } from "../../../../electron/engine/metadata/xmp/xmp-value.ts";
import { packet } from "../xmp-packet.ts";

const N = "http://example.com/n/";

function parse(body: string) {
  const properties = parseXmp(packet(body));
  if (!properties) throw new Error("expected XMP");
  return properties;
}

test("a property is the same as an attribute and as an element", () => {
  const attribute = parse(`<rdf:Description rdf:about="" n:a="one &amp; &#x74;wo"/>`);
  const element = parse(
    `<rdf:Description rdf:about=""><n:a>one &amp; &#x74;wo</n:a></rdf:Description>`,
  );

  expect([attribute, element].map((each) => [...each])).toEqual([
    [[`${N}a`, { kind: "text", text: "one & two" }]],
    [[`${N}a`, { kind: "text", text: "one & two" }]],
  ]);
});

test("bags, sequences and alternatives are lists; of alternatives the default language counts", () => {
  const properties = parse(`<rdf:Description rdf:about="">
    <n:bag><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></n:bag>
    <n:seq><rdf:Seq><rdf:li>a</rdf:li></rdf:Seq></n:seq>
    <n:alt><rdf:Alt><rdf:li xml:lang="de">Hund</rdf:li><rdf:li xml:lang="x-default">dog</rdf:li></rdf:Alt></n:alt>
    <n:other><rdf:Alt><rdf:li xml:lang="de">Hund</rdf:li></rdf:Alt></n:other>
    <n:empty><rdf:Bag/></n:empty>
  </rdf:Description>`);

  expect(textsOf(properties.get(`${N}bag`))).toEqual(["a", "b"]);
  expect(textsOf(properties.get(`${N}seq`))).toEqual(["a"]);
  expect(textOf(properties.get(`${N}alt`))).toBe("dog");
  expect(textOf(properties.get(`${N}other`))).toBe("Hund");
  expect(textOf(properties.get(`${N}empty`))).toBeUndefined();
});

test("a structure is the same in all of its spellings, and a qualified value is the value", () => {
  const spellings = [
    `<n:s rdf:parseType="Resource"><n:x>1</n:x></n:s>`,
    `<n:s><rdf:Description><n:x>1</n:x></rdf:Description></n:s>`,
    `<n:s><rdf:Description n:x="1"/></n:s>`,
    `<n:s n:x="1"/>`,
  ].map((text) => parse(`<rdf:Description rdf:about="">${text}</rdf:Description>`).get(`${N}s`));
  const qualified = parse(`<rdf:Description rdf:about="">
    <n:q rdf:parseType="Resource"><rdf:value>here</rdf:value><n:role>where</n:role></n:q>
  </rdf:Description>`);

  const expected = { kind: "struct", fields: new Map([[`${N}x`, { kind: "text", text: "1" }]]) };
  expect(spellings).toEqual([expected, expected, expected, expected]);
  expect(textOf(qualified.get(`${N}q`))).toBe("here");
});

test("several descriptions are one, under whatever prefixes, and an address is a text", () => {
  const text = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <r:Description r:about="" xmlns:one="${N}" one:a="1"/>
    <r:Description r:about="" xmlns:two="${N}"><two:b r:resource="urn:b"/></r:Description>
  </r:RDF></x:xmpmeta>`;

  const properties = parseXmp(Buffer.from(text))!;

  expect([...properties].map(([name, value]) => [name, textOf(value)])).toEqual([
    [`${N}a`, "1"],
    [`${N}b`, "urn:b"],
  ]);
});

test("padding, byte order marks and UTF-16 are understood", () => {
  const text = packet(`<rdf:Description rdf:about="" n:a="ä"/>`).toString();
  const variants = [
    Buffer.from(`\ufeff${text}`),
    Buffer.from(`${text}\0\0\0`),
    Buffer.from(`\ufeff${text}`, "utf16le"),
    Buffer.from(text, "utf16le"),
  ];

  for (const bytes of variants) expect(textOf(parseXmp(bytes)?.get(`${N}a`))).toBe("ä");
});

test("what is damaged, has entities of its own, or is too large or too deep is refused at once", () => {
  const deep = `${"<n:a rdf:parseType='Resource'>".repeat(5000)}${"</n:a>".repeat(5000)}`;
  const hostile = [
    "",
    "no XML",
    "<x:xmpmeta",
    "<html></html>",
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${packet("").toString()}`,
    packet(`<rdf:Description rdf:about="">${deep}</rdf:Description>`).toString(),
    packet(
      `<rdf:Description rdf:about="">${"<n:a/>".repeat(200_000)}</rdf:Description>`,
    ).toString(),
    packet("").toString().replace("</rdf:RDF>", ""),
    "<".repeat(MAX_XMP_BYTES - 1),
    " ".repeat(50_000_000),
  ];

  for (const text of hostile) {
    const startedMs = performance.now();
    expect(parseXmp(Buffer.from(text)), text.slice(0, 60)).toBeUndefined();
    expect(performance.now() - startedMs, text.slice(0, 60)).toBeLessThan(5000);
  }
});

test("a packet that is cut off or overwritten anywhere is refused or read, and never fails", () => {
  const bytes = packet(
    `<rdf:Description rdf:about="" n:a="1"><n:b><rdf:Bag><rdf:li>x</rdf:li></rdf:Bag></n:b></rdf:Description>`,
  );

  for (let at = 0; at < bytes.length; at += 3) {
    expect(() => parseXmp(bytes.subarray(0, at))).not.toThrow();
    const overwritten = Buffer.from(bytes);
    overwritten.fill(0xff, at, Math.min(bytes.length, at + 5));
    expect(() => parseXmp(overwritten)).not.toThrow();
  }
});
