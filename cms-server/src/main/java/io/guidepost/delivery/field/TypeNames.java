package io.guidepost.delivery.field;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;

/** Looks through what wraps a type in the schema files. */
final class TypeNames {

    private TypeNames() {}

    /** The name of what is in a list, or of the type itself. */
    static String base(Type<?> type) {
        return switch (type) {
            case NonNullType required -> base(required.getType());
            case ListType list -> base(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalArgumentException("Not a type of GraphQL: " + type);
        };
    }

    static boolean isList(Type<?> type) {
        return type instanceof NonNullType required ? isList(required.getType()) : type instanceof ListType;
    }
}
