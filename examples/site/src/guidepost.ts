import { readFile } from "node:fs/promises";
import type {
  ChangedPagesQuery,
  ChangedPagesQueryVariables,
  IndexPageQuery,
  IndexPageQueryVariables,
  NewestEditionQuery,
  NewestEditionQueryVariables,
  RoleGuidePageQuery,
  RoleGuidePageQueryVariables,
  StructuredDataQuery,
  StructuredDataQueryVariables,
} from "./generated/operations.ts";

/** Where the server is. */
export const SERVER = process.env.GUIDEPOST_URL ?? "http://127.0.0.1:8080";

/** A query's text, with the types of its answer and its variables. */
export interface Operation<Answer, Variables> {
  readonly text: string;
  readonly types?: (variables: Variables) => Answer;
}

export const newestEdition = await operation<NewestEditionQuery, NewestEditionQueryVariables>("../queries/edition.graphql");
export const changedPages = await operation<ChangedPagesQuery, ChangedPagesQueryVariables>("../queries/changes.graphql");
export const indexPage = await operation<IndexPageQuery, IndexPageQueryVariables>("../queries/index-page.graphql");
export const guidePage = await operation<RoleGuidePageQuery, RoleGuidePageQueryVariables>(
  "../../../schema/queries/role-guide-page.graphql",
);
export const structuredData = await operation<StructuredDataQuery, StructuredDataQueryVariables>(
  "../queries/structured-data.graphql",
);

async function operation<Answer, Variables>(path: string): Promise<Operation<Answer, Variables>> {
  return { text: await readFile(new URL(path, import.meta.url), "utf8") };
}

/** What the server says of a request that it did not answer, or not wholly. */
export class RefusedQuery extends Error {}

/** A Guidepost server. */
export class Guidepost {
  readonly #endpoint: URL;

  constructor(address: string) {
    this.#endpoint = new URL("/graphql", address);
  }

  /**
   * The answer to a query, complete.
   *
   * @param edition to read from; the newest where none is given
   * @throws RefusedQuery if there are errors, or the answer is of another edition
   */
  async ask<Answer, Variables>(query: Operation<Answer, Variables>, variables: Variables, edition?: string): Promise<Answer> {
    const response = await fetch(this.#endpoint, {
      method: "POST",
      headers: {
        Accept: "application/graphql-response+json",
        "Content-Type": "application/json",
        ...(edition && { "Guidepost-Edition": edition }),
      },
      body: JSON.stringify({ query: query.text, variables }),
    });
    const body = await response.json();
    if (!response.ok || body.errors) {
      throw new RefusedQuery(`${this.#endpoint} answered ${response.status}: ${reason(body)}`);
    }
    const answered = response.headers.get("Guidepost-Edition");
    if (edition && answered !== edition) {
      throw new RefusedQuery(`${this.#endpoint} answered from edition ${answered} instead of ${edition}`);
    }
    return body.data;
  }
}

function reason(body: { errors?: { message: string }[]; detail?: string }): string {
  return body.errors?.map((error) => error.message).join(" ") ?? body.detail ?? JSON.stringify(body);
}
