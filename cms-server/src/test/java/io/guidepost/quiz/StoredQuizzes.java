package io.guidepost.quiz;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;

/** The quizzes of a database, for tests of other packages. */
public final class StoredQuizzes {

    private StoredQuizzes() {}

    /** Those that a database keeps. */
    public static Quizzes in(MongoDatabase database, Clock clock) {
        return new MongoQuizzes(database, clock);
    }
}
