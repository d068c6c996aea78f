import { SvelteMap } from "svelte/reactivity";
import type { LabelPrecision } from "../../../../electron/contract/label.ts";
import type { ModelList, ModelVerification } from "../../../../electron/contract/model.ts";
import { toShownError } from "../../errors/show-error.ts";
import type { LibraryContext } from "../../library/context.ts";
import { say } from "../../messages/say.ts";
import { choiceKey, fileInUse, type FileChoice } from "./describe-model.ts";
import { describeModelProblem, type ModelProblem } from "./model-problem.ts";

type Context = Pick<LibraryContext, "client" | "notices" | "shell">;

/** The models that there are, and what is being done with them. */
export class ModelsController {
  list = $state.raw<ModelList | undefined>();
  /** Why there is no list. */
  error = $state<string | undefined>();
  /** What the user said of labels; empty until something was said. */
  judged = $state.raw<readonly LabelPrecision[]>([]);
  /** Of the last check of all files; undefined until there was one. */
  verification = $state.raw<readonly ModelVerification[] | undefined>();
  isVerifying = $state(false);
  /** A switch is being ended: what it has begun comes to its end first. */
  isKeeping = $state(false);
  /** The file whose speed is measured now; one at a time, or they would measure each other. */
  measuring = $state<string | undefined>();
  readonly #problems = new SvelteMap<string, ModelProblem>();
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    context.client.subscribe((event) => {
      if (event.name === "model.changed") this.list = event.payload;
    });
  }

  /** "files" is the key of what concerns no single file. */
  problemOf(key: string): ModelProblem | undefined {
    return this.#problems.get(key);
  }

  async load(): Promise<void> {
    const { client } = this.#context;
    try {
      this.list = await client.request("model.list", {});
      this.error = undefined;
    } catch (error) {
      this.error = toShownError(error).text;
    }
    // An extra of this page, which stands without it.
    this.judged = await client.request("label.precision", {}).catch(() => []);
  }

  async install(choice: FileChoice, title: string): Promise<void> {
    const { client, notices } = this.#context;
    const isDone = await this.#try(choiceKey(choice), async () => {
      this.list = await client.request("model.install", choice);
    });
    if (!isDone) return;
    const use = { label: say("models.use-it"), run: () => void this.use(choice) };
    notices.show(say("models.arrived", { model: title }), use);
  }

  async cancelInstall(choice: FileChoice): Promise<void> {
    await this.#try(choiceKey(choice), async () => {
      this.list = await this.#context.client.request("model.cancelInstall", choice);
    });
  }

  async use(choice: FileChoice): Promise<void> {
    await this.#try(choiceKey(choice), async () => {
      this.list = await this.#context.client.request("model.use", choice);
    });
  }

  /** Ends a switch: the model that answers goes on answering. */
  async keepAnswering(): Promise<void> {
    const active = this.list && fileInUse(this.list, "active");
    if (!active || this.isKeeping) return;
    this.isKeeping = true;
    await this.use(active.choice);
    this.isKeeping = false;
  }

  async remove(choice: FileChoice, title: string): Promise<void> {
    const { client, notices } = this.#context;
    const isDone = await this.#try(choiceKey(choice), async () => {
      this.list = await client.request("model.remove", choice);
    });
    if (isDone) notices.show(say("models.removed", { model: title }));
  }

  async measure(choice: FileChoice): Promise<void> {
    if (this.measuring !== undefined) return;
    const key = choiceKey(choice);
    this.measuring = key;
    await this.#try(key, async () => {
      this.list = await this.#context.client.request("model.measure", choice);
    });
    this.measuring = undefined;
  }

  async verifyAll(): Promise<void> {
    if (this.isVerifying) return;
    const { client, notices } = this.#context;
    this.isVerifying = true;
    this.verification = undefined;
    await this.#try("files", async () => {
      this.verification = await client.request("model.verify", {});
      const bad = this.verification.filter(({ isSound }) => !isSound).length;
      const count = this.verification.length;
      notices.announce(
        bad > 0 ? say("models.unsound", { bad, count }) : say("models.verified", { count }),
      );
      this.list = await client.request("model.list", {});
    });
    this.isVerifying = false;
  }

  /** Checks the files of one model. */
  async verify(choice: FileChoice, title: string): Promise<void> {
    const { client, notices } = this.#context;
    await this.#try(choiceKey(choice), async () => {
      const found = await client.request("model.verify", { name: choice.name });
      const bad = found.filter(({ isSound }) => !isSound);
      if (bad.length === 0) notices.show(say("models.sound", { model: title }));
      else this.verification = found;
      this.list = await client.request("model.list", {});
    });
  }

  /** The shell tells itself what was wrong with the file. */
  async chooseFile(): Promise<void> {
    await this.#try("own", async () => {
      if (!(await this.#context.shell?.chooseModelFile())) return;
      this.list = await this.#context.client.request("model.list", {});
    });
  }

  /** Whether it succeeded. A failure is shown where it was asked for. */
  async #try(key: string, work: () => Promise<void>): Promise<boolean> {
    this.#problems.delete(key);
    try {
      await work();
      return true;
    } catch (error) {
      const problem = describeModelProblem(error);
      if (problem) this.#problems.set(key, problem);
      return false;
    }
  }
}
