/**
 * The publish checks: what an editor is told about a document before it goes live. Pure: a check sees the document, what the site would show
 * beside it, and the figures; it reads and changes nothing else.
 */
@NullMarked
package io.guidepost.checks;

import org.jspecify.annotations.NullMarked;
