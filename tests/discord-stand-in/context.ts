/** What the parts of the stand-in share. Made once, in stand-in.ts. */
import type { Bell } from "./bell.ts";
import type { Faults } from "./faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import type { Interactions } from "./interactions.ts";
import type { Ledger } from "./ledger.ts";
import type { Oracle } from "./oracle.ts";
import type { StandInSettings } from "./settings.ts";
import type { World } from "./world.ts";

export interface Context {
  readonly settings: StandInSettings;
  readonly world: World;
  readonly bell: Bell;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly oracle: Oracle;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  /** Base of the server's addresses, e.g. `http://127.0.0.1:4000`. */
  origin(): string;
}
