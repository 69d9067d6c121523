package io.guidepost.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

/** Tells a broken unique index from every other failed write. */
public final class Duplicates {

    private Duplicates() {}

    /**
     * Whether the write failed because another document holds the same unique value.
     *
     * @param failure what the driver threw
     * @return true for a duplicate key, false for anything else
     */
    public static boolean isDuplicateKey(MongoWriteException failure) {
        return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
