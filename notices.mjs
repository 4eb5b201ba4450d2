// The licences of what a bundle holds, as one text: same packages, same bytes. Every package must have one.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const LICENCE_FILE = /^(?:licen[cs]e|unlicen[cs]e|copying|copyright|notice|third[-_]?party)/i;
const README = /^readme(?:\.md)?$/i;
/** What a licence text says somewhere, in whatever form it is written. */
const GRANT = /permission is hereby granted|permission to use, copy, modify/i;
const RULE = `\n\n${"-".repeat(80)}\n\n`;

const HEAD = `Footnote is distributed with parts of the packages below, under the licences that stand with them.`;
const COMMENTS = `The packages also hold code of others, which says of itself:`;

/**
 * @param metafile What esbuild says of the build.
 * @param comments The comments on licences that esbuild found in what it bundled.
 * @throws Error for a package whose licence is not known: somebody has to look.
 */
export async function writeNotices(metafile, comments) {
  const packages = await Promise.all(packageFolders(metafile).map(readPackage));
  const named = new Map();
  for (const { name, licence, text } of packages) {
    const key = `Licence: ${licence}\n\n${text}`;
    named.set(key, [...new Set([...(named.get(key) ?? []), name])].sort(inOrder));
  }
  const sections = [...named].map(([text, names]) => `${names.join("\n")}\n\n${text}`).sort(inOrder);
  const said = [...new Set(comments.flatMap(commentsOf))].sort(inOrder);
  return `${[HEAD, ...sections, ...(said.length > 0 ? [`${COMMENTS}\n\n${said.join("\n\n")}`] : [])].join(RULE)}\n`;
}

/** The folders of the packages that left something in the bundle. */
function packageFolders({ outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort(inOrder);
}

async function readPackage(folder) {
  const { name, version, license, author, contributors } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  const licence = license?.type ?? license ?? "";
  const entries = (await readdir(folder)).sort(inOrder);
  const read = async (pattern) =>
    Promise.all(
      entries.filter((entry) => pattern.test(entry)).map((entry) => readFile(join(folder, entry), "utf8")),
    );
  const texts = (await read(LICENCE_FILE)).map(tidy);
  const holders = [author, ...(contributors ?? [])].map(nameOf).filter((holder) => holder !== null);
  const text =
    texts.length > 0
      ? texts.join("\n\n")
      : (licenceIn((await read(README)).join("\n")) ?? standardText(licence, name, holders));
  if (text === null)
    throw new Error(`The package ${name} holds no licence text (${licence}): see what may be distributed.`);
  return { name: `${name} ${version}`, licence, text };
}

/** A licence that stands at the end of a README, under its heading; null where there is none. */
function licenceIn(readme) {
  const section = /^#*[ \t]*licen[cs]e[ \t]*$(?:\n[=-]+$)?([\s\S]*)/im.exec(readme.replaceAll("\r", ""))?.[1];
  return section !== undefined && GRANT.test(section) ? tidy(section) : null;
}

/** Some packages only name the MIT licence; then its text is this, and who made them are its holders. */
function standardText(licence, name, holders) {
  if (licence !== "MIT") return null;
  return `The package has no licence file; it declares the MIT licence, which is:\n\n${tidy(mit(holders[0] ?? `the authors of ${name}`))}`;
}

function nameOf(person) {
  const named = typeof person === "string" ? person : person?.name;
  return named?.replace(/\s*[<(].*$/, "").trim() || null;
}

/** The comments of one file of esbuild's: under the file each stands in, less the heading. */
function commentsOf(file) {
  return tidy(file.replace(/^Bundled license information:\n/, ""))
    .split(/\n\n(?=\S)/)
    .map((comment) => comment.trim())
    .filter((comment) => comment !== "");
}

function tidy(text) {
  return text
    .replaceAll("\r", "")
    .replace(/[ \t]+$/gm, "")
    .trim();
}

/** By code units, whatever the language of the machine. */
function inOrder(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

const mit = (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
