package io.guidepost.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;

/** Inserts that leave it to a unique index to say who came first. */
public final class Inserts {

    private Inserts() {}

    /**
     * Inserts a document, unless another holds one of its unique values.
     *
     * @param collection where
     * @param document what
     * @return false if another does, and then nothing has changed
     */
    public static <T> boolean ifAbsent(MongoCollection<T> collection, T document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }
}
