/** Builds the site of the newest edition, anew. */
import { fileURLToPath } from "node:url";
import { fingerprint } from "./fingerprint.ts";
import { Guidepost, newestEdition } from "./guidepost.ts";
import { pull } from "./pull.ts";
import { render } from "./render.ts";
import { Workspace } from "./workspace.ts";

const FOLDER = fileURLToPath(new URL("..", import.meta.url));

process.chdir(FOLDER);
const guidepost = new Guidepost(process.env.GUIDEPOST_URL ?? "http://127.0.0.1:8080");
const { edition } = await guidepost.ask(newestEdition, {});
const content = await pull(guidepost, edition.id, new Map(), new Set());
await new Workspace(FOLDER).replace(content, await fingerprint(FOLDER), false, (site) => render(content, [...content.guides.keys()], true, site));
console.log(`Edition ${edition.id}: ${content.guides.size} guides.`);
