import type { Reply } from "../../electron/contract/client.ts";
import type { ErrorCode } from "../../electron/contract/errors.ts";
import type { LabelPrecision } from "../../electron/contract/label.ts";
import type { MachineReport, ProviderVerdict } from "../../electron/contract/machine.ts";
import type { Model, ModelFile, ModelList, ModelSwitch } from "../../electron/contract/model.ts";

const MEASURED = Date.UTC(2024, 10, 18, 14, 20);
const APACHE = "Apache-2.0";
const ZOO = "ONNX Model Zoo, github.com/onnx/models";

/** Models and a machine as a test wants them; what the page asks for changes them. */
export class SyntheticSettings {
  models: readonly Model[] = inventedModels();
  switching: ModelSwitch | null = null;
  machine: MachineReport = inventedMachine();
  judged: readonly LabelPrecision[] = [];
  /** Requests that fail, by name. */
  readonly failures = new Map<string, { readonly code: ErrorCode; readonly message: string }>();
  /** Names of requests in the order they came. */
  readonly asked: string[] = [];

  /** Undefined for a request that is not about settings. */
  answer(name: string, input: Record<string, unknown>): Reply | undefined {
    const handler = this.#handlers(input)[name];
    if (!handler) return undefined;
    this.asked.push(name);
    const failure = this.failures.get(name);
    return failure ? { ok: false, error: failure } : { ok: true, value: handler() };
  }

  list(): ModelList {
    return { models: [...this.models], switching: this.switching };
  }

  /** Changes one file of a model. */
  change(name: string, precision: string, change: Partial<ModelFile>): void {
    this.models = this.models.map((model) =>
      model.name === name
        ? {
            ...model,
            files: model.files.map((file) =>
              file.precision === precision ? { ...file, ...change } : file,
            ),
          }
        : model,
    );
  }

  /** The library on its way to another file. A model that answers with one of its files keeps saying so. */
  switchTo(name: string, precision: string, done: number, total: number): void {
    this.models = this.models.map((model) =>
      model.name === name && model.use === null
        ? { ...model, use: "next", usedPrecision: precision }
        : model,
    );
    this.switching = {
      from: "starter int8",
      to: `${name} ${precision}`,
      done,
      total,
      source: "thumbnails",
    };
  }

  #handlers(input: Record<string, unknown>): Record<string, () => unknown> {
    const name = String(input.name);
    const precision = String(input.precision);
    const machineAfter = (change: Partial<MachineReport>): MachineReport =>
      (this.machine = { ...this.machine, ...change });
    const listAfter = (change: Partial<ModelFile>): ModelList => {
      this.change(name, precision, change);
      return this.list();
    };
    return {
      "model.list": () => this.list(),
      "model.install": () => listAfter({ state: "installed" }),
      "model.cancelInstall": () => listAfter({ state: "partial" }),
      "model.remove": () => listAfter({ state: "absent", receivedBytes: 0, speed: null }),
      "model.measure": () =>
        listAfter({ speed: { photosPerSecond: 37.4, provider: "cpu", measuredAtMs: MEASURED } }),
      "model.use": () => this.#use(name, precision),
      "model.verify": () =>
        this.models.flatMap((model) =>
          model.files
            .filter(({ state }) => state === "bundled" || state === "installed")
            .map((file) => ({
              name: model.name,
              precision: file.precision,
              path: `/home/ada/.local/share/semblance/models/${model.name}/${file.precision}.onnx`,
              isSound: true,
              message: "",
            })),
        ),
      "label.precision": () => this.judged,
      "machine.inspect": () => this.machine,
      "machine.probe": () => this.machine,
      "machine.useProvider": () => machineAfter({ providerChoice: String(input.provider) }),
      "machine.installCuda": () =>
        machineAfter({ cuda: { isInstalled: true, missing: [], missingTold: [] } }),
      "machine.clear": () =>
        machineAfter({ sizes: { ...this.machine.sizes, [String(input.what)]: 0 } }),
    };
  }

  #use(name: string, precision: string): ModelList {
    const isBack = this.models.some(
      (model) => model.name === name && model.use === "active" && model.usedPrecision === precision,
    );
    this.models = this.models.map((model) =>
      model.use === "next" ? { ...model, use: null, usedPrecision: null } : model,
    );
    if (isBack) this.switching = null;
    else this.switchTo(name, precision, 12_400, 48_312);
    return this.list();
  }
}

function file(precision: string, bytes: number, more: Partial<ModelFile> = {}): ModelFile {
  return {
    precision,
    bytes,
    licence: APACHE,
    state: "absent",
    receivedBytes: 0,
    downloadHost: "media.githubusercontent.com",
    isPreferred: precision === "int8",
    speed: null,
    ...more,
  };
}

function inventedModels(): Model[] {
  const bundled = {
    state: "bundled",
    downloadHost: null,
    licence: "MIT; trained on research photos",
  } as const;
  const speed = { photosPerSecond: 412.3, provider: "cpu", measuredAtMs: MEASURED };
  return [
    {
      name: "starter",
      title: "Starter",
      note: "It knows 217 everyday things, none of them people, faces or events, and looks at photos 64 pixels wide: breeds, species and text are beyond it. Take every label as a guess.",
      source: "the app itself",
      classes: 217,
      embeddingSize: 384,
      files: [file("int8", 3_840_667, { ...bundled, speed }), file("float32", 6_957_266, bundled)],
      use: "active",
      usedPrecision: "int8",
    },
    {
      name: "resnet50",
      title: "ResNet-50",
      note: "It knows 1,000 things, among them 118 kinds of dog, but no people, faces or events.",
      source: ZOO,
      classes: 1_000,
      embeddingSize: 2_048,
      files: [file("int8", 25_816_052), file("float32", 102_576_593)],
      use: null,
      usedPrecision: null,
    },
    {
      name: "resnet18",
      title: "ResNet-18",
      note: "The same 1,000 things, told apart less well, at three times the speed.",
      source: ZOO,
      classes: 1_000,
      embeddingSize: 512,
      files: [file("float32", 46_820_737, { isPreferred: true })],
      use: null,
      usedPrecision: null,
    },
  ];
}

/** What was found of one provider. */
export function verdict(provider: string, more: Partial<ProviderVerdict> = {}): ProviderVerdict {
  return {
    provider,
    device: null,
    kind: "unavailable",
    reason: "",
    remedy: null,
    photosPerSecond: null,
    agreement: null,
    triedAtMs: MEASURED,
    ...more,
  };
}

function inventedMachine(): MachineReport {
  return {
    provider: "cpu",
    providerChoice: "auto",
    model: "starter",
    precision: "int8",
    threads: 2,
    decodersAtOnce: 3,
    providers: [
      verdict("cpu", { kind: "in-use", photosPerSecond: 41.2, agreement: 1 }),
      verdict("cuda", {
        reason: "The library libcudnn.so.9 is not here.",
        remedy: "Install CUDA 12 and cuDNN 9.",
      }),
      verdict("webgpu", {
        kind: "slower",
        reason: "It is 0.8 times as fast as the processor.",
        photosPerSecond: 33.1,
        agreement: 0.99987,
      }),
    ],
    system: {
      name: "Debian GNU/Linux 13, Linux 6.12",
      processor: "AMD Ryzen 7 PRO 7840U",
      cores: 8,
      memoryBytes: 33_500_000_000,
      graphics: [],
    },
    versions: {
      semblance: "0.1.0",
      node: "24.21.0",
      onnxruntime: "1.30.0",
      sharp: "0.35.5",
      libvips: "8.17.3",
      lancedb: "0.39.0",
      sqlite: "3.51.0",
    },
    libraryFolder: "/home/ada/.local/share/semblance/library",
    modelsFolder: "/home/ada/.local/share/semblance/models",
    sizes: {
      catalog: 312_000_000,
      vectors: 148_300_000,
      thumbnails: 4_100_000_000,
      previews: 1_240_000_000,
      backups: 620_000_000,
      models: 25_816_052,
      prepared: 10_800_000,
    },
    power: "mains",
    pace: "full",
    cuda: {
      isInstalled: false,
      missing: ["The library libcudnn.so.9 (cuDNN 9 for CUDA 12).", "A driver of NVIDIA."],
      missingTold: [],
    },
  };
}
