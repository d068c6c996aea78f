import { LibraryError } from "../../../electron/contract/errors.ts";
import { say } from "../messages/say.ts";
import { Announcer } from "./announcer.ts";
import type { NoticeSeconds } from "./preferences.ts";

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
  /** The key for undo does the same. */
  readonly isUndo?: boolean;
}

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly severity: "done" | "notice" | "alert";
  readonly action: NoticeAction | undefined;
}

/** What the user is told about something that was thrown. */
export interface ToldError {
  readonly text: string;
  /** `silent`: another part of the window says it already. */
  readonly severity: "silent" | "notice" | "alert";
  readonly canTryAgain: boolean;
}

/** The one toast, and what screen readers are told. */
export class Notices {
  current = $state.raw<Notice | undefined>();
  /** What screen readers were told last; the number tells one message from the next that says the same. */
  announcement = $state.raw({ id: 0, text: "" });
  readonly #tell: (error: unknown) => ToldError;
  readonly #seconds: () => NoticeSeconds;
  readonly #undoKeys: () => string;
  #lastId = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #announcer = new Announcer(
    (text) => (this.announcement = { id: this.announcement.id + 1, text }),
  );

  /** `seconds`: how long a notice stays by itself; 0 until it is dismissed. `undoKeys`: the keys for undo, as they are spoken. */
  constructor(
    tell: (error: unknown) => ToldError,
    {
      seconds,
      undoKeys,
    }: { readonly seconds: () => NoticeSeconds; readonly undoKeys: () => string },
  ) {
    this.#tell = tell;
    this.#seconds = seconds;
    this.#undoKeys = undoKeys;
  }

  show(text: string, action?: NoticeAction): void {
    this.#put({ text, severity: "done", action });
  }

  /** Other words for what is going on, while it is what is told; screen readers heard that it began. */
  retell(text: string, action: NoticeAction): void {
    if (this.current?.action === action) this.current = { ...this.current, text };
  }

  /** What was asked for is not done, for a good reason. */
  refuse(text: string, action?: NoticeAction): void {
    this.#put({ text, severity: "notice", action });
  }

  /** The one place where a failure of something that the user asked for is told. */
  fail(error: unknown, tryAgain?: NoticeAction): void {
    const { text, severity, canTryAgain } = this.#tell(error);
    if (severity === "silent") return;
    this.#put({ text, severity, action: canTryAgain ? tryAgain : undefined });
  }

  /** The same for a change: that the engine is away is told by the window, but not that what is shown is not kept. */
  failChange(error: unknown, tryAgain: NoticeAction): void {
    const isAway = error instanceof LibraryError && error.code === "engine-unavailable";
    if (isAway) this.refuse(say("notice.not-saved"), tryAgain);
    else this.fail(error, tryAgain);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = undefined;
  }

  /** While the pointer or the focus is on the toast, it stays. */
  hold(isHeld: boolean): void {
    clearTimeout(this.#timer);
    if (!isHeld && this.current && this.current.severity !== "alert") this.#startTimer();
  }

  /** Says it to screen readers; what follows within a moment replaces it. */
  announce(text: string): void {
    this.#announcer.say(text);
  }

  /** The same for counts of a list that changes while somebody types. */
  announceWhenSettled(text: string): void {
    this.#announcer.sayWhenSettled(text);
  }

  #put(notice: Omit<Notice, "id">): void {
    clearTimeout(this.#timer);
    this.current = { ...notice, id: ++this.#lastId };
    if (notice.severity !== "alert") this.#startTimer();
    const { text, action } = notice;
    this.announce(action?.isUndo ? say("spoken.undo", { text, keys: this.#undoKeys() }) : text);
  }

  #startTimer(): void {
    const seconds = this.#seconds();
    if (seconds > 0) this.#timer = setTimeout(() => this.dismiss(), seconds * 1000);
  }
}
