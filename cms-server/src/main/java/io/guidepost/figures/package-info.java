/** The figures that editors may choose from, with their values and the documents whose texts hold them. */
@NullMarked
package io.guidepost.figures;

import org.jspecify.annotations.NullMarked;
