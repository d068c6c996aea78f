import type { NoticeSeconds } from "./preferences.ts";

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
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

/** A screen reader that is interrupted more often says nothing whole. */
const ANNOUNCE_MS = 1_500;

/** The one toast, and what screen readers are told. */
export class Notices {
  current = $state.raw<Notice | undefined>();
  announcement = $state("");
  readonly #tell: (error: unknown) => ToldError;
  readonly #seconds: () => NoticeSeconds;
  #lastId = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #nextAnnouncement = "";

  /** `seconds`: how long a notice stays by itself; 0 until it is dismissed. */
  constructor(tell: (error: unknown) => ToldError, seconds: () => NoticeSeconds) {
    this.#tell = tell;
    this.#seconds = seconds;
  }

  show(text: string, action?: NoticeAction): void {
    this.#put({ text, severity: "done", action });
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
    this.#nextAnnouncement = text;
    if (this.#announcing !== undefined) return;
    const waitMs = this.announcement === "" ? 0 : ANNOUNCE_MS;
    this.#announcing = setTimeout(() => {
      this.#announcing = undefined;
      this.announcement = this.#nextAnnouncement;
    }, waitMs);
  }

  #put(notice: Omit<Notice, "id">): void {
    clearTimeout(this.#timer);
    this.current = { ...notice, id: ++this.#lastId };
    if (notice.severity !== "alert") this.#startTimer();
    this.announce(notice.text);
  }

  #startTimer(): void {
    const seconds = this.#seconds();
    if (seconds > 0) this.#timer = setTimeout(() => this.dismiss(), seconds * 1000);
  }
}
