/** Writes the types of all operations to `src/generated/operations.ts`, from the server's schema as it stands. */
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse, printSchema } from "graphql";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const SCHEMA = fileURLToPath(new URL("../../../schema/", import.meta.url));
const QUERIES = fileURLToPath(new URL("../queries/", import.meta.url));
const GENERATED = fileURLToPath(new URL("generated/", import.meta.url));

const sdl = (await texts(`${SCHEMA}graphql/`, ".graphqls")).map(({ text }) => text).join("\n");
const schema = buildSchema(sdl);
const documents = [...(await texts(QUERIES, ".graphql")), ...(await texts(`${SCHEMA}queries/`, ".graphql"))];
const text = await codegen({
  schema: parse(printSchema(schema)),
  schemaAst: schema,
  documents: documents.map(({ location, text }) => ({ location, document: parse(text) })),
  filename: "operations.ts",
  config: { scalars: { Slug: "string", Url: "string", Date: "string", DateTime: "string" }, enumType: "string-literal", useTypeImports: true },
  plugins: [{ operations: {} }],
  pluginMap: { operations },
});
await mkdir(GENERATED, { recursive: true });
await writeFile(`${GENERATED}operations.ts`, text);

async function texts(folder: string, ending: string): Promise<{ location: string; text: string }[]> {
  const names = (await readdir(folder, { withFileTypes: true })).sort((a, b) => a.name.localeCompare(b.name));
  const found = await Promise.all(
    names.map(async (entry) => {
      const location = folder + entry.name;
      if (entry.isDirectory()) return texts(`${location}/`, ending);
      return entry.name.endsWith(ending) ? [{ location, text: await readFile(location, "utf8") }] : [];
    }),
  );
  return found.flat();
}
