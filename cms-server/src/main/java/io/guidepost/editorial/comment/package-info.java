/**
 * What people remark on documents: threads of comments that stay at the places they are about while these are edited. Their store, their
 * commands and their controller.
 */
@NullMarked
package io.guidepost.editorial.comment;

import org.jspecify.annotations.NullMarked;
