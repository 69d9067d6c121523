/** Working copies of documents with all their versions, and the workflow that takes them from draft to approval. */
@NullMarked
package io.guidepost.editorial;

import org.jspecify.annotations.NullMarked;
