/** What `footnote doctor` says of a language model, without asking it anything. */
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { examineModel } from "../../src/models/examine-model.ts";
import { honestModel } from "../doubles/models/scripts.ts";
import { MODEL_PROTOCOLS, type ModelServer, startModelServer } from "../doubles/models/start-model-server.ts";

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe.each(MODEL_PROTOCOLS)("a model that speaks the protocol of %s", (protocol) => {
  const examine = async (models: readonly string[], name = "test") => {
    const server = await startModelServer(protocol, honestModel, { models });
    servers.push(server);
    const found = await examineModel(`${protocol}:${name}`, readConfig({}, server.environment).services);
    expect(server.asked).toEqual([]);
    return found;
  };

  it("is well when its server lists it", async () => {
    expect(await examine(["other", "test"])).toEqual({
      state: "well",
      message: expect.stringMatching(new RegExp(`^${protocol}:test is there, at http://127`)),
    });
  });

  it("is at fault when its server lists only others", async () => {
    expect(await examine(["one", "two"], "test")).toMatchObject({
      state: "fault",
      message: expect.stringContaining("is not among the models"),
      hint: expect.stringContaining("There are: one"),
    });
  });

  it("is at fault where its server cannot be asked safely, and it is not said that nobody answers", async () => {
    const server = await startModelServer(protocol, honestModel, { models: ["test"] });
    servers.push(server);
    const safely = Object.entries(server.environment).map(([name, value]) => [
      name,
      value?.replace(/^http:/, "https:"),
    ]);
    const { services } = readConfig({}, Object.fromEntries(safely));
    expect(await examineModel(`${protocol}:test`, services)).toMatchObject({
      state: "fault",
      hint: expect.stringMatching(/^No safe connection can be made to https:.* \(E[A-Z_]+\)\. /),
    });
  });

  it("does not pass on a key that its server lists in parts, one a name", async () => {
    const server = await startModelServer(protocol, honestModel, {
      models: ["Rt5Vb8Nc4", "Zq7Xw9Lm2", "other"],
    });
    servers.push(server);
    const { services } = readConfig({}, server.environment);
    const secrets = ["Zq7Xw9Lm2Rt5Vb8Nc4Kd6"];
    const { hint } = { hint: "", ...(await examineModel(`${protocol}:test`, { ...services, secrets })) };
    expect(hint).toMatch(/There are: \(key\).*other/);
    expect(hint).not.toMatch(/Rt5Vb8Nc4|Zq7Xw9Lm2/);
  });

  it("is uncertain when its server lists none", async () => {
    expect(await examine([])).toMatchObject({ state: "uncertain" });
  });

  it("is at fault when nobody answers", async () => {
    const server = await startModelServer(protocol, honestModel);
    const { services } = readConfig({}, server.environment);
    await server.close();
    expect(await examineModel(server.model, services)).toMatchObject({
      state: "fault",
      message: expect.stringContaining("cannot be reached"),
    });
  });
});

it("is at fault without a key", async () => {
  expect(await examineModel("openai:gpt", {})).toMatchObject({
    state: "fault",
    message: "The model openai:gpt needs a key.",
  });
});
