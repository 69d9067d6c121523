/** Turns paragraphs into vectors that lie close together where the paragraphs mean alike, by a model that runs in this process. */
@NullMarked
package io.guidepost.related.embedding;

import org.jspecify.annotations.NullMarked;
