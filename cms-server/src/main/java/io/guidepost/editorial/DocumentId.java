package io.guidepost.editorial;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.regex.Pattern;

/**
 * Names a document for good.
 *
 * @param value lower-case words and digits joined by hyphens, 3 to 80 characters
 */
public record DocumentId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    /** Refuses a malformed value. */
    public DocumentId {
        if (!isWellFormed(value)) {
            throw new MalformedDocumentIdException();
        }
    }

    /** Whether a value is the id of a document, there or not. */
    static boolean isWellFormed(String value) {
        return value.length() >= 3 && value.length() <= 80 && FORM.matcher(value).matches();
    }

    /** A new one; later ones sort behind earlier ones. */
    static DocumentId generated() {
        return new DocumentId(GENERATOR.generate().toString());
    }
}
