/** Site search: live guides and FAQs by what visitors type, and what to suggest while they type. */
@NullMarked
package io.guidepost.search;

import org.jspecify.annotations.NullMarked;
