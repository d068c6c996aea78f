import { expect, test } from "vitest";
import { LibraryError } from "../../../../electron/contract/errors.ts";
import { parseXmp } from "../../../../electron/engine/metadata/xmp/parse-xmp.ts";
import { editSidecar } from "../../../../electron/engine/tags/mirror/edit-sidecar.ts";
import { readSidecar } from "../../../../electron/engine/tags/mirror/sidecar-fields.ts";
import { seeded } from "../../../faults/damage.ts";
import { packet } from "../../metadata/xmp-packet.ts";

const COUNT = 1000;
const ELEMENTS = [
  ...["dc:subject", "dc:title", "dc:description", "lr:hierarchicalSubject", "digiKam:TagsList"],
  ...["xmp:Rating", "xmp:MetadataDate", "n:x", "rdf:Bag", "rdf:Seq", "rdf:Alt", "rdf:li"],
  ...["rdf:Description", "rdf:value"],
];
const ATTRIBUTES = [
  ...['rdf:parseType="Resource"', 'rdf:resource="a"', 'rdf:about=""', 'xml:lang="x-default"'],
  ...['xmp:Rating="3"', 'dc:subject="w"', 'dc:title="t"', 'n:q="1"', 'xmlns:dc="urn:x"'],
  ...['xmlns:xmp="urn:y"', 'xmlns="urn:z"', 'xmlns:q="http://purl.org/dc/elements/1.1/"'],
];

const TEXTS = ["", "w", "Boats/Old", "3", " "];

/** The properties that are written, by their own names. */
const OWN = /(?:subject|title|description|hierarchicalSubject|TagsList|Rating|MetadataDate)$/;

test(`of ${COUNT} sidecars in which anything is anywhere, each is edited without loss or refused by name`, () => {
  const random = seeded(2026);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const times = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) });
  const wanted = { rating: 4, title: "T", tags: ["Boats/Old", "ferry"] };

  function element(depth: number): string {
    const name = pick(ELEMENTS);
    const attribute = random() < 0.5 ? pick(ATTRIBUTES) : "";
    const inside = times(3).map(() => (depth > 0 ? element(depth - 1) : pick(TEXTS)));
    return `<${name} ${attribute}>${inside.join("\n")}</${name}>`;
  }

  let edited = 0;
  for (let index = 0; index < COUNT; index++) {
    const content = times(4).map(() => element(3));
    const bytes = packet(`<rdf:Description rdf:about="">${content.join("")}</rdf:Description>`);
    const current = readSidecar(bytes)!;
    try {
      const after = editSidecar({ path: "a.xmp", bytes, current, wanted, at: new Date() })!;
      edited++;
      expect(readSidecar(after)!.fields).toMatchObject({ rating: 4, title: "T" });
      expect(othersOf(after)).toEqual(othersOf(bytes));
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      expect([error.code, error.message]).toEqual([
        "sidecar-invalid",
        expect.stringContaining("a.xmp"),
      ]);
    }
  }
  expect(edited).toBeGreaterThan(COUNT / 2);
});

function othersOf(bytes: Buffer) {
  return new Map([...parseXmp(bytes)!].filter(([name]) => !OWN.test(name)));
}
