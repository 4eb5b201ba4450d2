/** Opens the app for one command: progress while it works, remarks on what it found, closed at the end. */
import { type App, createApp } from "../app.ts";
import { renderRefreshRemarks } from "../render/terminal/refresh-report.ts";
import type { CommandContext } from "./program.ts";
import { createProgressLine } from "./progress.ts";

/** Whether questions will follow: then the embedder starts at once. */
export type Purpose = "ask" | "look";

/** What `body` returns. The app is closed however it ends. */
export async function withApp<T>(
  context: CommandContext,
  purpose: Purpose,
  body: (app: App) => Promise<T>,
): Promise<T> {
  const { config, terminal, signal } = context;
  const progress = createProgressLine(terminal);
  const app = await createApp(config, {
    asking: purpose === "ask",
    signal,
    onProgress: progress.update,
  }).finally(progress.done);
  try {
    for (const remark of renderRefreshRemarks(app.report)) terminal.note(remark);
    return await body(app);
  } finally {
    await app.close();
  }
}
