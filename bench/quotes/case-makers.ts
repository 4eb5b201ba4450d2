/** All makers of cases. */
import { ALTERATIONS } from "./alterations.ts";
import { BORDERS } from "./borders.ts";
import { DRESSES } from "./dresses.ts";
import { FALSE_EDITS } from "./false-edits.ts";
import { EDITS } from "./honest-edits.ts";
import type { CaseMaker } from "./quote-cases.ts";
import { OTHERS, STITCHES } from "./stitches.ts";

export const CASE_MAKERS: readonly CaseMaker[] = [
  ...DRESSES,
  ...EDITS,
  ...BORDERS,
  ...ALTERATIONS,
  ...FALSE_EDITS,
  ...STITCHES,
  ...OTHERS,
];
