/**
 * Brings content in and out as files: a directory, or an archive of one, with a YAML file for each document. What is written is
 * meant to be read and compared by people, and reads back as exactly what it was.
 */
@NullMarked
package io.guidepost.transfer;

import org.jspecify.annotations.NullMarked;
