import type { IndexPageQuery, RoleGuidePageQuery } from "./generated/operations.ts";

/** The answers that a page is made of, without what may be missing: a page of nothing is none. */
export type Present<Answer> = { [Field in keyof Answer]: NonNullable<Answer[Field]> };

export type Guide = Present<RoleGuidePageQuery> & {
  /** JSON, to be put into a page as it is. */
  structuredData: string;
};
export type Index = Present<Pick<IndexPageQuery, "siteSettings">> & { guides: IndexPageQuery["roleGuides"]["nodes"] };

/** All that a site shows, as it is in one edition. */
export interface Content {
  readonly edition: string;
  readonly index: Index;
  /** By slug. */
  readonly guides: ReadonlyMap<string, Guide>;
}

/**
 * An answer of whose parts none is missing.
 *
 * @throws Error naming what is missing
 */
export function present<Answer extends object>(answer: Answer, what: string): Present<Answer> {
  for (const [field, value] of Object.entries(answer)) {
    if (value == null) throw new Error(`There is no ${field} for ${what}.`);
  }
  return answer as Present<Answer>;
}
