/** Collects what is wrong with a form, field by field, and turns it into Discord's nested `errors` object of code 50035. */
import { ApiError } from "../api-error.ts";
import type { Json, JsonObject } from "../json.ts";

interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export type FieldPath = readonly (string | number)[];

export class FieldErrors {
  private readonly faults: Fault[] = [];
  private readonly base: FieldPath;

  /** `base` goes before every path. */
  constructor(base: FieldPath = []) {
    this.base = base;
  }

  add(path: FieldPath, code: string, message: string): void {
    this.faults.push({ path: [...this.base, ...path], code, message });
  }

  get isEmpty(): boolean {
    return this.faults.length === 0;
  }

  /** Throws the 50035 that names every fault; does nothing where there is none. */
  raise(): void {
    if (this.isEmpty) return;
    throw new ApiError(400, 50035, "Invalid Form Body", { errors: this.toJson(), breach: true });
  }

  toJson(): JsonObject {
    return nest(this.faults, 0);
  }
}

function nest(faults: readonly Fault[], depth: number): JsonObject {
  const here = faults.filter((fault) => fault.path.length === depth);
  const result: Record<string, Json> = {};
  if (here.length > 0) result._errors = here.map(({ code, message }) => ({ code, message }));
  const deeper = faults.filter((fault) => fault.path.length > depth);
  for (const key of new Set(deeper.map((fault) => fault.path[depth]))) {
    const group = deeper.filter((fault) => fault.path[depth] === key);
    result[String(key)] = nest(group, depth + 1);
  }
  return result;
}
