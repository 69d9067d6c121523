/**
 * Keeps content sound while nobody edits it: review tasks for what the server finds amiss, and the check of the links of sources. It
 * tells people, and changes no document.
 */
@NullMarked
package io.guidepost.upkeep;

import org.jspecify.annotations.NullMarked;
