package io.guidepost.quiz.response;

import com.mongodb.client.MongoDatabase;
import io.guidepost.quiz.Quizzes;
import java.time.Clock;

/** The responses of a database, for tests of other packages. */
public final class StoredResponses {

    private StoredResponses() {}

    /** Those that a database keeps. */
    public static Responses in(MongoDatabase database) {
        return new MongoResponses(database);
    }

    /** Takes some in. */
    public static Ingest ingest(Quizzes quizzes, Responses responses, Clock clock) {
        return new Ingest(quizzes, responses, clock);
    }
}
