package io.guidepost.content;

import java.util.Optional;

/** The scalars that fields may have. */
public enum ScalarKind {
    STRING("String"), ID("ID"), INT("Int"), FLOAT("Float"), BOOLEAN("Boolean"), SLUG("Slug"), DATE("Date"), DATE_TIME(
            "DateTime"), URL("Url");

    private final String typeName;

    ScalarKind(String typeName) {
        this.typeName = typeName;
    }

    /** The scalar's name in the schema. */
    public String typeName() {
        return typeName;
    }

    static Optional<ScalarKind> named(String typeName) {
        for (var kind : values()) {
            if (kind.typeName.equals(typeName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
