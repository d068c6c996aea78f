import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import {
  catalogVersion,
  migrate,
  readMigrations,
} from "../../../electron/engine/catalog/migrate.ts";

const create = { version: 1, sql: "CREATE TABLE t (a)" };
const broken = { version: 2, sql: "CREATE TABLE u (a); SELECT * FROM missing" };

function tables(db: DatabaseSync): unknown[] {
  return db
    .prepare("SELECT name FROM sqlite_master ORDER BY name")
    .all()
    .map((row) => row.name);
}

test("a migration runs once", () => {
  const db = new DatabaseSync(":memory:");

  migrate(db, [create]);
  migrate(db, [create]);

  expect(tables(db)).toEqual(["t"]);
});

test("a migration that fails half way leaves nothing behind, and the one before it in force", () => {
  const db = new DatabaseSync(":memory:");

  expect(() => migrate(db, [create, broken])).toThrow(/missing/);

  expect(tables(db)).toEqual(["t"]);
  expect(catalogVersion(db)).toBe(1);
});

test("a catalog of a newer program is refused and named", () => {
  const db = new DatabaseSync(":memory:");
  db.exec("PRAGMA user_version = 7");

  expect(() => migrate(db, [create])).toThrow(/version 1 or older but got version 7/);
});

test("the shipped migrations are numbered without gaps and make a catalog", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");

  migrate(db, migrations);

  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  expect(tables(db)).toEqual(
    expect.arrayContaining([
      "photo",
      "folder",
      "label",
      "tag",
      "photo_tag",
      "failure",
      "photo_text",
    ]),
  );
});
