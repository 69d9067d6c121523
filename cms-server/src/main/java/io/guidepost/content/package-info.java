/**
 * The content model read from the SDL: document types with their fields and rules, validation, and rich text with figures and
 * citations. Knows no framework, no database and no network.
 */
@NullMarked
package io.guidepost.content;

import org.jspecify.annotations.NullMarked;
