/**
 * Holds requests and the stand-in's own answers against Discord's OpenAPI document, when it is at hand.
 * Samples are kept as text and judged only when asked, so that no clock waits for a schema to be compiled.
 * Refuses nothing: it only reports.
 */
import { existsSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { isList, isObject, type Json, type JsonObject, parseJson } from "./json.ts";

export interface SchemaFinding {
  /** What was judged: a route with "request" or its status, or a gateway event. */
  readonly what: string;
  readonly problems: readonly string[];
  /** Start of the judged text. */
  readonly sample: string;
}

export interface Oracle {
  readonly isPresent: boolean;
  /** Keeps the body of a request or answer of an operation (path template as in the document). */
  noteExchange(exchange: Exchange): void;
  /** Keeps a value that should fit a named schema of the document. */
  note(what: string, schema: string, value: Json): void;
  /** What has been found so far; judges all samples that wait. */
  findings(): readonly SchemaFinding[];
  /** How many samples have been judged. */
  judged(): number;
}

export interface Exchange {
  readonly method: string;
  readonly template: string;
  /** "request", or the status of an answer. */
  readonly side: "request" | number;
  readonly text: string;
}

interface Sample {
  readonly what: string;
  readonly pointer: string;
  readonly text: string;
}

/** Samples kept of one kind; later ones say little that is new. */
const maxOfKind = 300;

export function createOracle(file: string | null): Oracle {
  const document = file !== null && existsSync(file) ? parseJson(readFileSync(file, "utf8")) : undefined;
  if (!isObject(document)) return absentOracle;
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  ajv.addSchema({ ...document, $id: "discord" });
  const waiting: Sample[] = [];
  const counts = new Map<string, number>();
  const found: SchemaFinding[] = [];
  const validators = new Map<string, ValidateFunction>();
  let judged = 0;

  function keep(sample: Sample): void {
    const count = (counts.get(sample.what) ?? 0) + 1;
    counts.set(sample.what, count);
    if (count <= maxOfKind) waiting.push(sample);
  }

  function validatorOf(pointer: string): ValidateFunction {
    const known = validators.get(pointer);
    if (known !== undefined) return known;
    const made = ajv.compile({ $ref: `discord#${pointer}` });
    validators.set(pointer, made);
    return made;
  }

  function judge(sample: Sample): void {
    judged += 1;
    const validate = validatorOf(sample.pointer);
    const value = parseJson(sample.text) ?? null;
    if (validate(sample.what.endsWith("request") ? asDocumented(value) : value)) return;
    const problems = (validate.errors ?? []).map((one) => `${one.instancePath || "/"} ${one.message}`);
    const isKnown = found.some((one) => one.what === sample.what && one.problems.join() === problems.join());
    if (!isKnown) found.push({ what: sample.what, problems, sample: sample.text.slice(0, 2000) });
  }

  return {
    isPresent: true,
    noteExchange({ method, template, side, text }) {
      const what = `${method} ${template} ${side}`;
      const pointer = schemaPointer(document, method.toLowerCase(), template, side);
      if (pointer === null) {
        found.push({
          what,
          problems: ["The document knows no such operation or status."],
          sample: "",
        });
      } else if (pointer !== "") keep({ what, pointer, text });
    },
    note(what, schema, value) {
      keep({ what, pointer: `/components/schemas/${schema}`, text: JSON.stringify(value) });
    },
    findings() {
      for (const sample of waiting.splice(0)) judge(sample);
      return found;
    },
    judged: () => judged,
  };
}

const absentOracle: Oracle = {
  isPresent: false,
  noteExchange() {},
  note() {},
  findings: () => [],
  judged: () => 0,
};

/** Pointer to the JSON schema of one side; "" where no body is described, null where the document knows no such thing. */
function schemaPointer(
  document: JsonObject,
  method: string,
  template: string,
  side: "request" | number,
): string | null {
  const base = ["paths", template, method];
  if (!isObject(at(document, base))) return null;
  if (side === "request")
    return pointTo(document, [...base, "requestBody", "content", "application/json", "schema"]);
  if (side >= 500) return "";
  const status =
    at(document, [...base, "responses", String(side)]) === undefined && side >= 400 ? "4XX" : String(side);
  const path = [...base, "responses", status];
  const response = at(document, path);
  if (response === undefined) return null;
  const reference = isObject(response) ? response.$ref : undefined;
  const home = typeof reference === "string" ? reference.slice(2).split("/") : path;
  return pointTo(document, [...home, "content", "application/json", "schema"]);
}

function pointTo(document: JsonObject, path: readonly string[]): string {
  if (at(document, path) === undefined) return "";
  return `/${path.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((here, step) => (isObject(here) ? here[step] : undefined), value);
}

/** The document asks for integers where numeric strings are allowed as well: they are turned before they are judged. */
function asDocumented(value: Json): Json {
  if (isList(value)) return value.map(asDocumented);
  if (!isObject(value)) return value;
  const turned: Record<string, Json> = {};
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined) continue;
    const isNumeric = key === "default_member_permissions" && typeof one === "string" && /^\d+$/.test(one);
    turned[key] = isNumeric ? Number(one) : asDocumented(one);
  }
  return turned;
}
