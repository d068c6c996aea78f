import { expect, test } from "vitest";
import type { PhotoMirror } from "../../../electron/contract/photo-mirror.ts";
import { describeConflict, describeSidecar } from "../../../renderer/src/detail/sidecar-text.ts";

const inSync: PhotoMirror = { state: "in-sync", reason: null, conflicts: [], sidecar: "a.xmp" };

test("every state is one sentence, and a failure says its reason", () => {
  const states = ["off", "none", "in-sync", "waiting", "read-only", "conflict", "failed"] as const;

  expect(states.map((state) => describeSidecar({ ...inSync, state }))).toEqual([
    "Off for this folder. Tags are kept in the library.",
    "Nothing to write yet.",
    "In sync.",
    "Waits to be written.",
    "This folder is read-only. Tags are kept in the library.",
    "The file and the library disagree.",
    "The file could not be written.",
  ]);
  const reason = { code: "sidecar-invalid", message: "expected XML but got noise" } as const;
  expect(describeSidecar({ ...inSync, state: "failed", reason })).toBe(
    "The XMP file beside this photo is damaged. It stays as it is.",
  );
});

test("a conflict says both values, and each has its button", () => {
  expect(describeConflict({ field: "rating", inLibrary: 4, inSidecar: 2 })).toEqual({
    sentence: "Rating: 4 here, 2 in the file.",
    keep: "Keep 4",
    take: "Take 2",
  });
  const flag = { field: "flag", inLibrary: "none", inSidecar: "reject" } as const;
  expect(describeConflict(flag).sentence).toBe("Flag: nothing here, Reject in the file.");
  const colour = { field: "colourLabel", inLibrary: "red", inSidecar: null } as const;
  expect(describeConflict(colour).sentence).toBe("Colour: Red here, nothing in the file.");
  const title = { field: "title", inLibrary: "none", inSidecar: "red" } as const;
  expect(describeConflict(title).sentence).toBe("Title: “none” here, “red” in the file.");
});

test("a long value is shortened on the button only, and none is nothing", () => {
  const title = "The old lighthouse at the end of the pier";
  const { sentence, keep, take } = describeConflict({
    field: "title",
    inLibrary: title,
    inSidecar: null,
  });

  expect(sentence).toBe(`Title: “${title}” here, nothing in the file.`);
  expect(keep).toBe("Keep “The old lighthouse at…”");
  expect(take).toBe("Take nothing");
});
