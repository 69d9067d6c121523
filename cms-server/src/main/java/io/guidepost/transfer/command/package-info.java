/** The commands {@code export} and {@code import}, which speak to a running server over HTTP. */
@NullMarked
package io.guidepost.transfer.command;

import org.jspecify.annotations.NullMarked;
