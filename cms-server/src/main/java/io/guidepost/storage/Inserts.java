package io.guidepost.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * Inserts documents in one go, those excepted that are there already.
     *
     * @param collection where
     * @param documents what, any number
     * @return the indexes of those that are there already
     */
    public static <T> Set<Integer> allIfAbsent(MongoCollection<T> collection, List<T> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteConcernError() != null || failure.getWriteErrors().stream()
                    .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw failure;
            }
            return failure.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        }
    }
}
