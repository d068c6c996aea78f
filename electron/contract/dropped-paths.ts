import { z } from "zod";
import { AbsolutePath } from "./requests/request-parts.ts";

/** Files and folders that were dropped on the window. The preload script says where they are; the page never knows. */
export const DroppedPaths = z.array(AbsolutePath).min(1).max(10_000);
