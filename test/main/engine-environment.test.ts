import { expect, test } from "vitest";
import { engineEnvironment } from "../../electron/main/engine-environment.ts";

test("the engine inherits where things are, and nothing that changes how Node runs", () => {
  const env = {
    HOME: "/home/ana",
    Path: "C:\\Windows",
    SystemRoot: "C:\\Windows",
    XDG_DATA_HOME: "/data",
    HTTPS_PROXY: "http://proxy",
    SEMBLANCE_MODELS: "/models",
    NODE_OPTIONS: "--inspect",
    NODE_PATH: "/elsewhere",
    LD_LIBRARY_PATH: "/tmp/.mount_Semblance/usr/lib",
    LD_PRELOAD: "x.so",
    ELECTRON_RUN_AS_NODE: "1",
    SECRET_KEY: "x",
    TMPDIR: undefined,
  };

  expect(engineEnvironment(env, 16)).toEqual({
    HOME: "/home/ana",
    Path: "C:\\Windows",
    SystemRoot: "C:\\Windows",
    XDG_DATA_HOME: "/data",
    HTTPS_PROXY: "http://proxy",
    SEMBLANCE_MODELS: "/models",
    UV_THREADPOOL_SIZE: "16",
    MALLOC_ARENA_MAX: "2",
    MALLOC_TRIM_THRESHOLD_: "131072",
    MALLOC_MMAP_THRESHOLD_: "131072",
  });
});

test("a small machine still reads four files at a time", () => {
  expect(engineEnvironment({}, 2)).toMatchObject({ UV_THREADPOOL_SIZE: "4" });
});
