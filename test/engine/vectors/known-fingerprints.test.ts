import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { KnownFingerprints } from "../../../electron/engine/vectors/known-fingerprints.ts";

function fingerprint(of: string): string {
  return createHash("sha256").update(of).digest("hex");
}

test("what was added is known, and nothing else, however many there are", () => {
  const known = new KnownFingerprints();
  const added = Array.from({ length: 50_000 }, (_, index) => fingerprint(`photo ${index}`));
  for (const one of added) known.add(one);
  for (const one of added) known.add(one);

  expect(added.filter((one) => !known.has(one))).toEqual([]);
  const others = Array.from({ length: 50_000 }, (_, index) => fingerprint(`other ${index}`));
  expect(others.filter((one) => known.has(one))).toEqual([]);
});

test("an empty set knows nothing", () => {
  expect(new KnownFingerprints().has(fingerprint("a photo"))).toBe(false);
});
