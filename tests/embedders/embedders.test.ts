import { EncoderEmbedder } from "../../src/embedders/encoder-embedder.ts";
import { describeEmbedder } from "../contracts/embedder.ts";
import { HashEmbedder } from "../doubles/hash-embedder.ts";

describeEmbedder("EncoderEmbedder", async () => new EncoderEmbedder());
describeEmbedder("HashEmbedder", async () => new HashEmbedder({ dimensions: 64 }));
