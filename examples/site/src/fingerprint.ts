import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { guidePage, SERVER } from "./guidepost.ts";
import { SITE } from "./pull.ts";

/**
 * Tells apart the code that pages are made by, the server that they are made from, and the address that they name: where one has changed,
 * no page of an earlier build can stay.
 */
export async function fingerprint(folder: string): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([SERVER, SITE, guidePage.text]));
  for (const file of ["package-lock.json", "eleventy.config.ts", ...(await filesOf(folder, "queries")), ...(await filesOf(folder, "src"))]) {
    hash.update(file).update(await readFile(join(folder, file)));
  }
  return hash.digest("hex");
}

async function filesOf(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length))
    .sort();
}
