/** Finds the route of a request by its method and path. */
import { accountRoutes } from "./routes/account-routes.ts";
import { callbackRoutes } from "./routes/callback-route.ts";
import { commandRoutes } from "./routes/command-routes.ts";
import { messageRoutes } from "./routes/message-routes.ts";
import type { Route } from "./routes/route.ts";
import { threadRoutes } from "./routes/thread-routes.ts";
import { webhookRoutes } from "./routes/webhook-routes.ts";

export const routes: readonly Route[] = [
  ...accountRoutes,
  ...commandRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...messageRoutes,
  ...threadRoutes,
];

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** `path` comes decoded, without the version. Literal segments win over parameters by their order in the lists. */
export function findRoute(method: string, path: string): Match | null {
  const segments = path.split("/");
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchTemplate(route.template.split("/"), segments);
    if (params !== null) return { route, params };
  }
  return null;
}

function matchTemplate(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  if (template.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [n, part] of template.entries()) {
    const segment = segments[n] ?? "";
    if (part.startsWith("{")) {
      if (segment === "" || (segment.startsWith("@") && part !== "{user_id}")) return null;
      params[part.slice(1, -1)] = segment;
    } else if (part !== segment) return null;
  }
  return params;
}
