import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { canDismiss, describeNotice } from "../../../renderer/src/activity/describe-notice.ts";

const restored = { kind: "catalog-restored", photos: 3 } as const;

test("a restored library says what happened, from when the backup is, and where the damaged file is", () => {
  const text = describeNotice({
    ...restored,
    backupAtMs: Date.parse("2026-11-20T08:00:00"),
    keptAs: "/library/catalog.damaged-1.sqlite",
    isWhole: true,
  });

  expect(text).toContain("was damaged. It was restored from the backup of");
  expect(text).toContain("2026");
  expect(text).toContain("Everything you entered since is there.");
  expect(text).toContain("/library/catalog.damaged-1.sqlite");
});

test("without a backup it says that what could be read was taken over, and that some may be missing", () => {
  const notice = { ...restored, backupAtMs: null, keptAs: null, isWhole: false } as const;

  expect(describeNotice(notice)).toBe(
    "The library file was gone. There was no good backup, so everything that could be read of it was taken over. " +
      "Some of what you entered last may be missing.",
  );
  expect(canDismiss(notice)).toBe(true);
});

test("what keeps indexing waiting is told until it is over", () => {
  const notice = { kind: "indexing-stopped", code: "disk-full", message: "no space" } as const;

  expect(describeNotice(notice)).toContain("disk with the library is full");
  expect(canDismiss(notice)).toBe(false);
});

test("what reads the photos and was given up names the photo, where it was at one", () => {
  const photo = { id: 5 as PhotoId, name: "IMG_5.jpg" };

  expect(describeNotice({ kind: "reader-stopped", photo })).toBe(
    "The engine stopped five times in a row while reading IMG_5.jpg. Browsing still works.",
  );
  expect(describeNotice({ kind: "reader-stopped", photo: null })).toBe(
    "The engine stopped five times in a row. Browsing still works.",
  );
});
