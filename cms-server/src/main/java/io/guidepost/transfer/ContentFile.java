package io.guidepost.transfer;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as a file holds it.
 *
 * @param file where it was read from, as people know it: {@code documents/faq/faq-degree.yaml} or {@code line 7}
 * @param type the document type
 * @param id the document's id
 * @param content what the document says; not to be changed
 */
public record ContentFile(String file, String type, String id, ObjectNode content) {

    /** The folder of all documents. */
    static final String FOLDER = "documents/";
    /** The definition of the quiz. */
    static final String QUIZ = "quiz/quiz.yaml";

    /** The name that a document's file always has: {@code documents/role-guide/guide-ai-specialist.yaml}. */
    static String name(String type, String id) {
        return FOLDER + folder(type) + "/" + id + ".yaml";
    }

    /** {@code RoleGuide} as {@code role-guide}. */
    static String folder(String type) {
        return type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether a file of that name holds a document. */
    static boolean isDocument(String name) {
        return name.startsWith(FOLDER) && name.endsWith(".yaml");
    }
}
