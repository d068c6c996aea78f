import type { ErrorCode } from "../../../electron/contract/errors.ts";
import type { MessageKey } from "../messages/say.ts";

/** The way out that is offered beside an error. */
export type ErrorAction = "try-again" | "show-in-folder" | "add-folder";

export interface ErrorPresentation {
  /** `silent`: shown where it happened, or not at all; `notice`: a toast; `alert`: a toast that stays. */
  readonly severity: "silent" | "notice" | "alert";
  readonly text: MessageKey;
  readonly actions: readonly ErrorAction[];
}

/** How each failure looks to the user. The only place that decides; callers just pass the code. */
export const errorMessages: Record<ErrorCode, ErrorPresentation> = {
  "file-missing": { severity: "notice", text: "error.file-missing", actions: [] },
  "file-unreadable": {
    severity: "notice",
    text: "error.file-unreadable",
    actions: ["show-in-folder", "try-again"],
  },
  "name-invalid": { severity: "notice", text: "error.name-invalid", actions: ["show-in-folder"] },
  "format-unsupported": {
    severity: "notice",
    text: "error.format-unsupported",
    actions: ["show-in-folder"],
  },
  "image-corrupt": {
    severity: "notice",
    text: "error.image-corrupt",
    actions: ["show-in-folder", "try-again"],
  },
  "image-too-large": {
    severity: "notice",
    text: "error.image-too-large",
    actions: ["show-in-folder"],
  },
  "decode-timeout": { severity: "notice", text: "error.decode-timeout", actions: ["try-again"] },
  "exiftool-missing": {
    severity: "notice",
    text: "error.exiftool-missing",
    actions: ["try-again"],
  },
  "decoder-crashed": { severity: "notice", text: "error.decoder-crashed", actions: ["try-again"] },
  "folder-unavailable": {
    severity: "notice",
    text: "error.folder-unavailable",
    actions: ["try-again"],
  },
  "folder-overlaps": { severity: "notice", text: "error.folder-overlaps", actions: [] },
  "folder-unknown": { severity: "notice", text: "error.folder-unknown", actions: [] },
  "folder-mismatch": { severity: "notice", text: "error.folder-mismatch", actions: [] },
  "trash-failed": { severity: "notice", text: "error.trash-failed", actions: ["show-in-folder"] },
  "sidecar-invalid": { severity: "notice", text: "error.sidecar-invalid", actions: [] },
  "sidecar-conflict": { severity: "notice", text: "error.sidecar-conflict", actions: [] },
  "file-read-only": { severity: "notice", text: "error.file-read-only", actions: [] },
  "photo-unknown": { severity: "notice", text: "error.photo-unknown", actions: [] },
  "photo-mismatch": { severity: "notice", text: "error.photo-mismatch", actions: [] },
  "file-claimed": { severity: "notice", text: "error.file-claimed", actions: [] },
  "file-outside": { severity: "notice", text: "error.file-outside", actions: ["add-folder"] },
  "photo-not-indexed": { severity: "silent", text: "error.photo-not-indexed", actions: [] },
  "tag-invalid": { severity: "notice", text: "error.tag-invalid", actions: [] },
  "tag-unknown": { severity: "notice", text: "error.tag-unknown", actions: [] },
  "tag-into-itself": { severity: "notice", text: "error.tag-into-itself", actions: [] },
  "album-unknown": { severity: "notice", text: "error.album-unknown", actions: [] },
  "album-invalid": { severity: "notice", text: "error.album-invalid", actions: [] },
  "undo-conflict": { severity: "notice", text: "error.undo-conflict", actions: [] },
  "undo-impossible": { severity: "notice", text: "error.undo-impossible", actions: [] },
  "query-invalid": { severity: "silent", text: "error.query-invalid", actions: [] },
  "model-missing": { severity: "alert", text: "error.model-missing", actions: [] },
  "model-invalid": { severity: "alert", text: "error.model-invalid", actions: [] },
  "explanation-impossible": {
    severity: "notice",
    text: "error.explanation-impossible",
    actions: [],
  },
  "model-in-use": { severity: "notice", text: "error.model-in-use", actions: [] },
  "download-failed": { severity: "notice", text: "error.download-failed", actions: [] },
  "provider-unavailable": { severity: "alert", text: "error.provider-unavailable", actions: [] },
  "library-in-use": { severity: "alert", text: "error.library-in-use", actions: ["try-again"] },
  "backup-invalid": { severity: "alert", text: "error.backup-invalid", actions: [] },
  "file-exists": { severity: "notice", text: "error.file-exists", actions: [] },
  "indexing-paused": { severity: "notice", text: "error.indexing-paused", actions: [] },
  "library-unreadable": { severity: "alert", text: "error.library-unreadable", actions: [] },
  "disk-full": { severity: "alert", text: "error.disk-full", actions: ["try-again"] },
  "request-invalid": { severity: "alert", text: "error.request-invalid", actions: [] },
  "request-forbidden": { severity: "notice", text: "error.request-forbidden", actions: [] },
  // The notice of the connection says it already.
  "engine-unavailable": { severity: "silent", text: "error.engine-unavailable", actions: [] },
  cancelled: { severity: "silent", text: "error.cancelled", actions: [] },
  unexpected: { severity: "alert", text: "error.unexpected", actions: [] },
};
