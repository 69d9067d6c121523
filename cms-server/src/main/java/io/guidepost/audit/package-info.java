/** The audit log: every command with who gave it, when, to what, from where, and how it ended. Nothing in it ever changes. */
@NullMarked
package io.guidepost.audit;

import org.jspecify.annotations.NullMarked;
