import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ModelList, ModelVerification } from "../../electron/contract/model.ts";
import { ModelCard } from "../../electron/engine/inference/models/model-card.ts";
import { modelsFolder } from "../../electron/engine/inference/models/models-folder.ts";
import {
  giveFile,
  giveStatus,
  startFileServer,
  type Answer,
  type FileServer,
} from "../support/file-server.ts";
import { copyFixtures, FIXTURE_COUNT } from "../support/fixtures.ts";
import { startForwardProxy } from "../support/forward-proxy.ts";
import { ENTRY } from "../support/program.ts";
import { semblance, semblanceJson, startSemblance, withoutSlowness } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";
import { someBytes } from "../support/test-models.ts";
import { until } from "../support/until.ts";

/** `tiny` is the starter's float32 file, to be fetched from a server; the app comes with the other one alone. */
const TINY = "tiny-float32.onnx";

// Most of these run several commands, each a process of its own.
vi.setConfig({ testTimeout: 120_000 });

let temp: TempFolder;
let bytes: Buffer;
let server: FileServer;
/** What the server says next. */
let answer: Answer;

const library = () => ["--library", temp.at("library")];
const models = (...args: string[]) => semblance(["models", ...args, ...library()]);
const modelsJson = async (...args: string[]): Promise<ModelList> =>
  ModelList.parse(await semblanceJson(["models", ...args, ...library()]));
const stateOf = ({ models: all }: ModelList) =>
  Object.fromEntries(
    all.flatMap(({ name, files }) =>
      files.map(({ precision, state }) => [`${name}:${precision}`, state]),
    ),
  );

beforeAll(async () => {
  bytes = await readFile(path.join(modelsFolder(), "starter", "starter.onnx"));
  temp = await tempFolder();
  server = await startFileServer((request, response) => answer(request, response));
  await writeModels(temp.at("models"));
  await copyFixtures(temp.at("photos"));
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await temp[Symbol.asyncDispose]();
});

beforeEach(() => {
  answer = giveFile(bytes);
  vi.stubEnv("SEMBLANCE_MODELS", temp.at("models"));
  vi.stubEnv("SEMBLANCE_USER_MODELS", temp.at("user"));
  for (const name of ["http_proxy", "https_proxy", "no_proxy"]) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toUpperCase(), undefined);
  }
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(temp.at("user"), { recursive: true, force: true });
  await rm(temp.at("library"), { recursive: true, force: true });
});

async function writeModels(folder: string): Promise<void> {
  await cp(path.join(modelsFolder(), "imagenet"), path.join(folder, "imagenet"), {
    recursive: true,
  });
  const starter = path.join(modelsFolder(), "starter");
  const card = ModelCard.parse(
    JSON.parse(await readFile(path.join(starter, "model.json"), "utf8")),
  );
  const { int8, float32 } = card.files;
  const url = `${server.url}/${TINY}`;
  for (const [name, files] of Object.entries({
    starter: { int8 },
    tiny: { float32: { ...float32, file: TINY, url } },
  })) {
    const [precision] = Object.keys(files);
    const preferred = { cpu: precision, gpu: precision };
    await mkdir(path.join(folder, name), { recursive: true });
    await cp(path.join(starter, "labels.json"), path.join(folder, name, "labels.json"));
    await writeFile(
      path.join(folder, name, "model.json"),
      JSON.stringify({ ...card, name, files, preferred }),
    );
  }
  await cp(path.join(starter, int8!.file), path.join(folder, "starter", int8!.file));
}

/** What an installation leaves. */
async function placeTiny(content = bytes): Promise<void> {
  await mkdir(temp.at("user", "tiny"), { recursive: true });
  await writeFile(temp.at("user", "tiny", TINY), content);
}

describe("models list", () => {
  test("shows each model with its files, their licence and state, and what the library uses", async () => {
    const list = await modelsJson("list");

    expect(list.switching).toBeNull();
    expect(list.models).toMatchObject([
      {
        name: "starter",
        use: "active",
        usedPrecision: "int8",
        files: [{ precision: "int8", state: "bundled", licence: "MIT", isPreferred: true }],
      },
      {
        name: "tiny",
        use: null,
        files: [
          {
            precision: "float32",
            state: "absent",
            bytes: bytes.length,
            receivedBytes: 0,
            downloadHost: expect.stringContaining("127.0.0.1"),
            speed: null,
          },
        ],
      },
    ]);
  });

  test("reads well", async () => {
    const { stdout } = await models("list");

    expect(stdout).toMatch(/^starter {2}Starter: 217 labels, embeddings of 384 numbers$/m);
    expect(stdout).toMatch(/^ {2}int8 +3\.8 MB {2}comes with the app +MIT {2}in use/m);
    expect(stdout).toMatch(/^ {2}float32 +7\.0 MB {2}not installed +MIT/m);
    expect(server.asked).toEqual([]);
  });
});

describe("models install", () => {
  test("fetches the file that suits this machine and says how to use it", async () => {
    const { code, stdout, stderr } = await models("install", "tiny");

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Installed tiny:float32 (7.0 MB)\n" });
    expect(stderr).toContain("semblance models use tiny:float32");
    expect((await readFile(temp.at("user", "tiny", TINY))).equals(bytes)).toBe(true);
    expect(stateOf(await modelsJson("list"))["tiny:float32"]).toBe("installed");
  });

  test("of what is here says so", async () => {
    await placeTiny();

    expect((await models("install", "tiny:float32")).stdout).toBe(
      "tiny:float32 was installed already\n",
    );
  });

  test("answers with the list as JSON", async () => {
    expect(stateOf(await modelsJson("install", "tiny:float32"))["tiny:float32"]).toBe("installed");
  });

  test("takes a file on this disk, and asks nobody", async () => {
    const before = server.asked.length;
    await writeFile(temp.at("from-a-friend.bin"), bytes);

    const { code, stdout } = await models("install", temp.at("from-a-friend.bin"));

    expect({ code, stdout }).toEqual({ code: 0, stdout: "Installed tiny:float32 (7.0 MB)\n" });
    expect(server.asked).toHaveLength(before);
  });

  test("refuses a file that is none of the known ones, with what was expected", async () => {
    await writeFile(temp.at("other.onnx"), someBytes(100));

    const { code, stderr } = await models("install", temp.at("other.onnx"));

    expect(code).toBe(1);
    expect(stderr).toContain(`${TINY} (${bytes.length} bytes)`);
    expect(stderr).toContain("but got 100 bytes");
  });

  test("removes wrong bytes and names both checksums", async () => {
    answer = giveFile(someBytes(bytes.length));

    const { code, stderr } = await models("install", "tiny");

    expect(code).toBe(1);
    expect(stderr).toMatch(/^semblance: Expected SHA-256 ad308e07\w+ from .* but got \w{64}; /);
    expect(await readdir(temp.at("user", "tiny"))).toEqual([]);
  });

  test("says what the server said", async () => {
    answer = giveStatus(403);

    const { code, stderr } = await models("install", "tiny");

    expect(code).toBe(1);
    expect(stderr).toContain(`${server.url}/${TINY} but the server answered 403`);
  });

  test("refuses a name that there is not, with those that there are", async () => {
    const { code, stderr } = await models("install", "vast");

    expect(code).toBe(1);
    expect(stderr).toBe("semblance: Expected a model of starter, tiny but got vast\n");
  });

  test("goes through the proxy that the environment names", async () => {
    await using proxy = await startForwardProxy();
    vi.stubEnv("http_proxy", proxy.url);

    await models("install", "tiny");

    expect(proxy.asked).toEqual([`${server.url}/${TINY}`]);
    expect(stateOf(await modelsJson("list"))["tiny:float32"]).toBe("installed");
  });

  test("keeps what arrived at Ctrl-C, says so, and goes on from there", async () => {
    const half = 3_000_000;
    answer = giveFile(bytes, { stallAfter: half });
    const before = server.asked.length;
    const child = spawn(process.execPath, [ENTRY, "models", "install", "tiny", ...library()], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    // From then on it has the library, and a list asks it: before, a list would have it, and take it along when it ends.
    await until("the file is asked for", () => server.asked.length > before);
    await until("half is here", async () => {
      const { models: all } = await modelsJson("list");
      return all[1]!.files[0]!.receivedBytes === half;
    });

    child.kill("SIGINT");
    const [code] = (await once(child, "close")) as [number];

    expect(code).toBe(1);
    expect(withoutSlowness(stderr)).toMatch(
      /^semblance: .* was stopped; 3\.0 MB of 7\.0 MB are kept, and .*\n$/,
    );
    expect((await models("list")).stdout).toContain("stopped at 3.0 MB");
    answer = giveFile(bytes);
    expect((await models("install", "tiny")).code).toBe(0);
    expect(server.asked.at(-1)?.range).toBe(`bytes=${half}-`);
  });
});

describe("models use", () => {
  test("embeds the library with another model, and from then on that one answers", async () => {
    await semblance(["index", temp.at("photos"), ...library()]);
    await placeTiny();

    const { code, stdout } = await models("use", "tiny");

    expect({ code, stdout }).toEqual({ code: 0, stdout: "The library uses tiny:float32\n" });
    expect(await semblanceJson(["status", ...library()])).toMatchObject({
      model: "tiny-float32-ad308e07",
      photos: FIXTURE_COUNT,
      indexed: FIXTURE_COUNT,
    });
    expect((await modelsJson("list")).models).toMatchObject([
      { name: "starter", use: null },
      { name: "tiny", use: "active", usedPrecision: "float32" },
    ]);
  });

  test("of a model that is not installed says how to get it, and changes nothing", async () => {
    const { code, stderr } = await models("use", "tiny");

    expect(code).toBe(1);
    expect(stderr).toBe(
      'semblance: Expected tiny:float32 to be installed but it is not; "semblance models install tiny:float32" fetches it\n',
    );
    expect((await modelsJson("list")).models[0]).toMatchObject({ name: "starter", use: "active" });
  });

  test("takes any classifier from this disk, and keeps it", async () => {
    await mkdir(temp.at("mine"));
    // The starter with a comment of one letter (onnx.proto, ModelProto.doc_string): a file that nobody knows.
    await writeFile(
      temp.at("mine", "mine.onnx"),
      Buffer.concat([bytes, Buffer.from([0x32, 1, 0x78])]),
    );
    await cp(temp.at("models", "tiny", "labels.json"), temp.at("mine", "names.json"));
    const card = { labels: "names.json", input: { sizePx: 128 } };
    await writeFile(temp.at("mine", "mine.json"), JSON.stringify(card));

    const { code, stdout } = await models("use", temp.at("mine", "mine.onnx"));
    await rm(temp.at("mine"), { recursive: true });

    expect({ code, stdout }).toEqual({ code: 0, stdout: "The library uses mine:file\n" });
    expect((await modelsJson("list")).models.at(-1)).toMatchObject({
      name: "mine",
      use: "active",
      usedPrecision: "file",
      files: [{ precision: "file", state: "installed" }],
    });
  });

  test("leaves the work to the program that has the library open", async () => {
    await placeTiny();
    await mkdir(temp.at("empty"));
    await using app = startSemblance(["watch", temp.at("empty"), ...library()]);
    await app.nextLine();

    expect((await models("use", "tiny")).code).toBe(0);

    await until("that program answers with it", async () => {
      const { models: all } = await modelsJson("list");
      return all.find(({ name }) => name === "tiny")?.use === "active";
    });
  });
});

describe("models remove", () => {
  test("takes the file away", async () => {
    await placeTiny();

    expect(await models("remove", "tiny")).toEqual({
      code: 0,
      stdout: "Removed tiny\n",
      stderr: "",
    });

    expect(stateOf(await modelsJson("list"))["tiny:float32"]).toBe("absent");
  });

  test("refuses what the library uses, and what comes with the app", async () => {
    await placeTiny();
    await models("use", "tiny");

    const used = await models("remove", "tiny");
    const bundled = await models("remove", "starter");

    expect([used.code, bundled.code]).toEqual([1, 1]);
    expect(used.stderr).toContain("not in use but the library uses it: tiny:float32");
    expect(bundled.stderr).toContain("starter:int8 comes with the app");
    expect(stateOf(await modelsJson("list"))).toMatchObject({ "tiny:float32": "installed" });
  });

  test("of what is not there says so", async () => {
    const { code, stderr } = await models("remove", "tiny");

    expect(code).toBe(1);
    expect(stderr).toBe("semblance: Expected tiny to be installed but it is not\n");
  });
});

describe("models verify", () => {
  test("reads every file again", async () => {
    await placeTiny();

    const verified = await semblanceJson(["models", "verify", ...library()]);

    expect(ModelVerification.array().parse(verified)).toMatchObject([
      { name: "starter", isSound: true },
      { name: "tiny", isSound: true },
    ]);
  });

  test("removes a damaged file, says how to get it again, and ends with 1", async () => {
    await placeTiny(someBytes(bytes.length));

    const { code, stdout, stderr } = await models("verify", "tiny");

    expect(code).toBe(1);
    expect(stdout).toBe(`damaged  tiny:float32  ${temp.at("user", "tiny", TINY)}\n`);
    expect(stderr).toContain('it is removed; "semblance models install tiny:float32" fetches it');
    expect(stateOf(await modelsJson("list"))["tiny:float32"]).toBe("absent");
  });
});

test("models measure says how fast a model is on this machine, and the list remembers it", async () => {
  const { code, stdout } = await models("measure", "starter");

  expect(code).toBe(0);
  expect(stdout).toMatch(/^starter:int8: \d+\.\d photos a second on \w+\n$/);
  expect((await modelsJson("list")).models[0]!.files[0]!.speed).toMatchObject({
    photosPerSecond: expect.any(Number),
  });
});
