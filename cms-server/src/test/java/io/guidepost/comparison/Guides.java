package io.guidepost.comparison;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A type with a field of every sort, and contents of it. */
final class Guides {

    static final DocumentType TYPE = ContentModel.parse("""
            directive @document(slug: String, title: String!) on OBJECT
            directive @computed on FIELD_DEFINITION
            directive @unique on FIELD_DEFINITION
            directive @text(min: Int = 1, max: Int!) on FIELD_DEFINITION
            directive @items(min: Int = 0, max: Int) on FIELD_DEFINITION
            directive @range(min: Float, max: Float) on FIELD_DEFINITION
            directive @weak on FIELD_DEFINITION
            directive @quizRole on FIELD_DEFINITION
            scalar Slug
            scalar Date
            scalar DateTime
            scalar Url
            type RichText { markdown: String! }
            type Guide @document(slug: "slug", title: "title") {
              slug: Slug! @unique
              title: String! @text(max: 90)
              year: Int!
              rate: Float
              intro: RichText!
              tldr: [RichText!]!
              whatTheyDo: Duties!
              skills: [Skill!]!
              tags: [Slug!]
              sources: [Guide!]!
            }
            type Duties {
              intro: RichText!
              duties: [Point!]!
            }
            type Point {
              label: String! @text(max: 90)
              text: RichText!
            }
            type Skill {
              name: String! @text(max: 90)
              description: RichText!
              selfCheck: Boolean!
            }
            """).type("Guide");

    private Guides() {}

    /** JSON with single quotation marks. */
    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
