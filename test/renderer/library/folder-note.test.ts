import { expect, test } from "vitest";
import { FolderId, type Folder } from "../../../electron/contract/folder.ts";
import {
  folderNotes,
  folderStateKey,
  isWorthChecking,
  mirrorTrouble,
} from "../../../renderer/src/library/folder-note.ts";

const folder: Folder = {
  id: FolderId.parse(1),
  path: "/mnt/nas/Archive",
  state: "watching",
  photoCount: 3,
  mirrors: false,
};

function folderNote(folder: Folder): string | undefined {
  const notes = folderNotes(folder, "Archive");
  return notes.length === 0 ? undefined : notes.join(" ");
}

test("a folder that keeps itself up to date needs no note", () => {
  expect(folderNote(folder)).toBeUndefined();
  expect(folderNote({ ...folder, state: "scanning" })).toBeUndefined();
});

test("a folder that is only rescanned says why, how often, and what to do", () => {
  const rescanOnly = { ...folder, state: "rescan-only" as const };

  expect(folderNote({ ...rescanOnly, rescanReason: "network" })).toBe(
    "Archive is on a network and cannot report changes, so it is checked every 2 hours.",
  );
  expect(folderNote({ ...rescanOnly, rescanReason: "watch-limit" })).toContain(
    "fs.inotify.max_user_watches",
  );
  expect(folderNote({ ...rescanOnly, rescanReason: "handle-limit" })).toContain(
    "fs.inotify.max_user_instances",
  );
});

test("an offline folder says that everything is kept, and where it seems to be", () => {
  const offline = { ...folder, state: "offline" as const };

  expect(folderNote(offline)).toBe("Archive is offline. Photos, tags and thumbnails are kept.");
  expect(folderNote({ ...offline, foundAt: "/media/Archive" })).toContain("at /media/Archive");
});

test("a folder that may not be read says so, that all is kept, and when it goes on", () => {
  const denied: Folder = {
    ...folder,
    state: "offline",
    unreadable: { directory: "", count: 1, trouble: "denied" },
  };

  expect(folderNote(denied)).toBe(
    "Your account may not read Archive. Photos, tags and thumbnails are kept. Once it may, Semblance goes on by itself.",
  );
  expect(folderStateKey(denied)).toBe("folder.state.denied");
  expect(isWorthChecking(denied)).toBe(true);
});

test("what of a watched folder cannot be read is named, and how much more there is", () => {
  const unreadable = { directory: "2023/05", count: 1, trouble: "denied" } as const;

  expect(folderNote({ ...folder, unreadable })).toBe(
    "Your account may not read 2023/05 in this folder. Photos, tags and thumbnails are kept.",
  );
  expect(folderNote({ ...folder, unreadable: { ...unreadable, count: 3 } })).toContain(
    "2023/05 and 2 other folders in it",
  );
  expect(folderNote({ ...folder, unreadable: { ...unreadable, trouble: "failed" } })).toContain(
    "could not be read",
  );
});

test("a folder that is only rescanned says when it was last looked at", () => {
  const checkedAtMs = new Date(2026, 10, 21, 14, 3).getTime();
  const rescanOnly = { ...folder, state: "rescan-only", rescanReason: "network" } as const;

  expect(folderNote({ ...rescanOnly, checkedAtMs })).toMatch(/Last checked at .*:03/);
  expect(isWorthChecking(rescanOnly)).toBe(true);
  expect(isWorthChecking(folder)).toBe(false);
});

test("only what stands between photos and their XMP files is trouble, and each can be looked at", () => {
  const counts = { id: folder.id, isOn: true, waiting: 3, conflicts: 0, readOnly: 0, failed: 0 };

  expect(mirrorTrouble(undefined)).toEqual([]);
  expect(mirrorTrouble(counts)).toEqual([]);
  expect(mirrorTrouble({ ...counts, conflicts: 1, readOnly: 2, failed: 1 })).toEqual([
    { text: "1 photo disagrees with the file.", query: "is:conflict", isStuck: false },
    {
      text: "2 .xmp files are not written, because the folder or the file is read-only. Tags are kept in the library.",
      query: "is:unwritten",
      isStuck: true,
    },
    {
      text: "The .xmp file of 1 photo could not be written.",
      query: "is:unwritten",
      isStuck: true,
    },
  ]);
});

test("a paused folder says that nothing is noticed there", () => {
  expect(folderNote({ ...folder, state: "paused" })).toBe(
    "Paused. Nothing new is noticed or indexed here until it is resumed.",
  );
});
