/** What each field of the schema files answers with, by its type and directives. */
@NullMarked
package io.guidepost.delivery.field;

import org.jspecify.annotations.NullMarked;
