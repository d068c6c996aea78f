import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { migrate, readMigrations } from "../../../electron/engine/catalog/migrate.ts";
import { nameKey } from "../../../electron/engine/catalog/name-key.ts";
import { salvage } from "../../../electron/engine/catalog/salvage.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("photos that are taken over from a catalog of an older version are sorted by their names like others", async () => {
  await using temp = await tempFolder();
  const damaged = temp.at("damaged.sqlite");
  const old = new DatabaseSync(damaged);
  migrate(
    old,
    readMigrations().filter(({ version }) => version < 17),
  );
  old.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
    VALUES (3, 1, '', 'IMG_10.jpg', 5, 6, '7:8', 10, 150, 20);
  `);
  old.close();
  const next = new DatabaseSync(temp.at("next.sqlite"));
  migrate(next, readMigrations());

  const { photos, isWhole } = salvage(damaged, next);
  const rows = next.prepare("SELECT name, name_key AS key FROM photo").all();
  next.close();

  expect({ photos, isWhole }).toEqual({ photos: 1, isWhole: true });
  expect(rows).toEqual([{ name: "IMG_10.jpg", key: nameKey("IMG_10.jpg") }]);
});
