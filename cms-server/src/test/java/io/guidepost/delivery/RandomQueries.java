package io.guidepost.delivery;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Random;

/**
 * Valid queries at random over a schema, with aliases, fragments, fields asked for twice and conditions. Their variables are
 * {@code $yes}, {@code $no} and {@code $few}.
 */
final class RandomQueries {

    static final String VARIABLES = "{\"yes\": true, \"no\": false, \"few\": 2}";

    private static final List<String> SLUGS = List.of("ai-specialist", "data-analyst", "product-manager", "nobody",
            "ai-specialist-without-a-degree");

    private static final List<String> FILTERS = List.of("{}", "{publishedSince: \"2026-03-01T00:00:00Z\"}",
            "{slugs: [\"ai-specialist\", \"nobody\"]}");
    private static final List<String> SORTS = List.of("SLUG", "TITLE", "NEWEST");

    private final GraphQLSchema schema;
    private final Random random;
    private int aliases;

    RandomQueries(GraphQLSchema schema, long seed) {
        this.schema = schema;
        this.random = new Random(seed);
    }

    String next() {
        aliases = 0;
        return "query Q($yes: Boolean!, $no: Boolean!, $few: Int) { __typename @skip(if: $no) t: __typename @include(if:"
                + " $yes) few: roleGuides(first: $few) { totalCount } " + selection(schema.getQueryType(), 4) + " }";
    }

    private String selection(GraphQLObjectType type, int depth) {
        StringBuilder fields = new StringBuilder();
        List<GraphQLFieldDefinition> all = type.getFieldDefinitions();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            fields.append(' ').append(wrapped(type, field(all.get(random.nextInt(all.size())), depth)));
        }
        return fields.isEmpty() ? "__typename" : fields.toString();
    }

    private String wrapped(GraphQLObjectType type, String field) {
        return switch (random.nextInt(6)) {
            case 0 -> "... on " + type.getName() + " { " + field + " }";
            case 1 -> "... @include(if: $yes) { " + field + " }";
            case 2 -> "... on " + type.getName() + " @skip(if: $yes) { " + field + " }";
            default -> field;
        };
    }

    private String field(GraphQLFieldDefinition field, int depth) {
        String below = "";
        if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object) {
            if (depth == 0) {
                return "__typename";
            }
            below = " { __typename " + selection(object, depth - 1) + " }";
        }
        String alias = field.getArguments().isEmpty() && random.nextInt(3) > 0 ? "" : "a" + aliases++ + ": ";
        return alias + field.getName() + arguments(field) + below;
    }

    private String arguments(GraphQLFieldDefinition field) {
        StringBuilder arguments = new StringBuilder();
        for (GraphQLArgument argument : field.getArguments()) {
            String value = switch (argument.getName()) {
                case "slug" -> '"' + SLUGS.get(random.nextInt(SLUGS.size())) + '"';
                case "first" -> random.nextBoolean() ? "$few" : Integer.toString(1 + random.nextInt(5));
                case "filter" -> field.getName().equals("search")
                        ? "{types: [Faq]}"
                        : FILTERS.get(random.nextInt(FILTERS.size()));
                case "query", "prefix" -> "\"ana\"";
                case "url" -> "\"https://guides.example/page\"";
                case "sort" -> SORTS.get(random.nextInt(SORTS.size()));
                default -> null;
            };
            if (value != null) {
                arguments.append(argument.getName()).append(": ").append(value).append(' ');
            }
        }
        return arguments.isEmpty() ? "" : "(" + arguments.toString().strip() + ")";
    }
}
