/**
 * The content model, read from the GraphQL schema files: document types, their fields and rules, validation, JSON Schema, and rich text with
 * figures and citations. It knows neither Spring nor any store.
 */
@NullMarked
package io.guidepost.content;

import org.jspecify.annotations.NullMarked;
