package io.guidepost.editorial.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of documents.
 *
 * @param items those of this page
 * @param next the {@code after} of the next page; left out on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page(List<DocumentView> items, @Nullable String next) {}
