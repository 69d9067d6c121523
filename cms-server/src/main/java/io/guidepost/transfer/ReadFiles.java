package io.guidepost.transfer;

import io.guidepost.quiz.Quiz;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what files hold, and everything that is wrong with them. */
final class ReadFiles {

    private final List<ContentFile> documents = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private @Nullable Quiz quiz;

    void yaml(String file, byte[] bytes) {
        document(() -> FileReader.yaml(file, bytes));
    }

    void json(int line, byte[] bytes) {
        document(() -> FileReader.json(line, bytes));
    }

    void quiz(String file, byte[] bytes) {
        try {
            quiz = FileReader.quiz(file, bytes);
        } catch (MalformedContentException malformed) {
            problems.addAll(malformed.problems());
        }
    }

    void ignore(String file) {
        ignored.add(file);
    }

    private void document(Supplier<ContentFile> reading) {
        try {
            ContentFile read = reading.get();
            String other = places.putIfAbsent(read.id(), read.file());
            if (other == null) {
                documents.add(read);
            } else {
                problems.add(FileProblem.of(read.file(), "duplicate-id",
                        "The id “" + read.id() + "” belongs to the document in " + other + " already."));
            }
        } catch (MalformedContentException malformed) {
            problems.addAll(malformed.problems());
        }
    }

    /**
     * What was read.
     *
     * @throws MalformedContentException if anything is wrong with any file
     */
    ContentBundle bundle() {
        if (!problems.isEmpty()) {
            throw new MalformedContentException(problems);
        }
        return new ContentBundle(documents, quiz, ignored);
    }
}
