/** `footnote index`: builds or refreshes the index and says what changed; `--watch` goes on. */
import { setTimeout as sleep } from "node:timers/promises";
import { type App, createApp } from "../../app.ts";
import type { RefreshReport } from "../../index/refresh-report.ts";
import { renderRefreshReport } from "../../render/terminal/refresh-report.ts";
import type { ExitCode } from "../fault.ts";
import { createOutage } from "../outage.ts";
import type { CommandContext } from "../program.ts";
import { createProgressLine } from "../progress.ts";

/** How often the files are looked at. Looking costs a stat a file, so that it works on every kind of disk. */
const LOOK_EVERY_MS = 1000;

/** Always 0 when the index is up to date afterwards. With `watch` it ends with Ctrl-C. */
export async function indexCorpus(
  context: CommandContext,
  { watch, force }: { readonly watch: boolean; readonly force: boolean },
): Promise<ExitCode> {
  const { config, signal, terminal } = context;
  const progress = createProgressLine(terminal);
  const app = await createApp(config, { signal, force, onProgress: progress.update }).finally(progress.done);
  try {
    tell(context, app.report);
    if (watch) await keepWatch(context, app);
    else if (app.report.pendingVectors > 0) {
      await app.completeVectors({ signal, onProgress: progress.update }).finally(progress.done);
      if (app.report.pendingVectors === 0) terminal.note("All sentences have vectors now.");
    }
    return 0;
  } finally {
    await app.close();
  }
}

/** Refreshes until interrupted. What cannot be refreshed is told once, and looked at again. */
async function keepWatch(context: CommandContext, app: App): Promise<void> {
  const { terminal, signal } = context;
  terminal.note("Watching for changes; Ctrl-C ends it.");
  const outage = createOutage(terminal, "The index is up to date again.");
  const learning = createOutage(terminal, "All sentences have vectors now.");
  while (!signal.aborted) {
    app.completeMeanwhile(learning.tell);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const report = await app.refresh({ signal });
      outage.over();
      if (report.new.length + report.changed.length + report.removed.length > 0) tell(context, report);
      if (report.pendingVectors === 0) learning.over();
    } catch (error) {
      if (signal.aborted) return;
      outage.tell(error);
    }
  }
}

function tell({ terminal, config }: CommandContext, report: RefreshReport): void {
  if (config.json) terminal.printJson(report);
  else terminal.print(renderRefreshReport(report, terminal.layout));
}
