import type { LibraryNotice } from "../contract/library.ts";
import type { Database } from "./catalog/database.ts";
import type { Recovery } from "./catalog/recover-catalog.ts";
import { clearSetting, getSetting, setSetting } from "./catalog/settings.ts";
import type { ChangeFeed } from "./indexing/change-feed.ts";

/** What the user must know, one notice of each kind. That the catalog was restored stays until it is dismissed. */
export class NoticeBoard {
  readonly #db: Database;
  readonly #feed: ChangeFeed;
  readonly #notices = new Map<LibraryNotice["kind"], LibraryNotice>();

  constructor(db: Database, feed: ChangeFeed, recovery: Recovery | undefined) {
    this.#db = db;
    this.#feed = feed;
    if (recovery) setSetting(db, "restored", JSON.stringify(toNotice(recovery)));
    const restored = getSetting(db, "restored");
    if (restored !== undefined)
      this.#notices.set("catalog-restored", JSON.parse(restored) as LibraryNotice);
  }

  list(): LibraryNotice[] {
    return [...this.#notices.values()];
  }

  put(notice: LibraryNotice): void {
    this.#notices.set(notice.kind, notice);
    this.#feed.reportNotices(this.list());
  }

  remove(kind: LibraryNotice["kind"]): void {
    if (!this.#notices.delete(kind)) return;
    if (kind === "catalog-restored") clearSetting(this.#db, "restored");
    this.#feed.reportNotices(this.list());
  }
}

function toNotice({ backupAtMs, keptAs, photos, isWhole }: Recovery): LibraryNotice {
  return {
    kind: "catalog-restored",
    backupAtMs: backupAtMs ?? null,
    keptAs: keptAs ?? null,
    photos,
    isWhole,
  };
}
