/** The one Mongo database, and how JSON documents are kept in it. */
@NullMarked
package io.guidepost.storage;

import org.jspecify.annotations.NullMarked;
