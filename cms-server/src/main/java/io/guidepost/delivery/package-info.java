/** GraphQL over editions of the site: the schema files wired to published content, statistics and related careers. */
@NullMarked
package io.guidepost.delivery;

import org.jspecify.annotations.NullMarked;
