import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { Database } from "../../../electron/engine/catalog/database.ts";

function openWithTable(): Database {
  const connection = new DatabaseSync(":memory:");
  connection.exec("CREATE TABLE t (a)");
  return new Database(connection);
}

function values(db: Database): unknown[] {
  return db.all<{ a: unknown }>("SELECT a FROM t ORDER BY a").map((row) => row.a);
}

test("all writes of a transaction happen or none do", () => {
  using db = openWithTable();

  expect(() =>
    db.transaction(() => {
      db.run("INSERT INTO t VALUES (1)");
      throw new Error("half way");
    }),
  ).toThrow("half way");

  expect(values(db)).toEqual([]);
});

test("a transaction inside another is part of it", () => {
  using db = openWithTable();

  expect(() =>
    db.transaction(() => {
      db.transaction(() => db.run("INSERT INTO t VALUES (1)"));
      throw new Error("after the inner one");
    }),
  ).toThrow("after the inner one");

  expect(values(db)).toEqual([]);
});

test("what the user entered is committed with full synchronisation, and nothing after it", () => {
  using db = openWithTable();
  const levels: unknown[] = [];
  function level(): unknown {
    return db.get<{ synchronous: number }>("PRAGMA synchronous")?.synchronous;
  }

  levels.push(level());
  db.durably(() => {
    levels.push(level());
    db.run("INSERT INTO t VALUES (1)");
  });
  levels.push(level());

  const [normal, full] = [1, 2];
  expect(levels).toEqual([normal, full, normal]);
  expect(values(db)).toEqual([1]);
});
