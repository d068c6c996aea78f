import { expect, test } from "vitest";
import { hasExiftool } from "../../../support/has-exiftool.ts";
import { mergeExiftoolEdits } from "./merge-exiftool-edits.ts";

test.skipIf(!hasExiftool)(
  "after random edits by the user and by exiftool, as digiKam and Lightroom write, exiftool reads what was merged (needs Perl)",
  async () => {
    const conflicts = await mergeExiftoolEdits({ first: 1, count: 8 });

    expect(conflicts, "conflicts among them").toBeGreaterThan(0);
  },
  120_000,
);
