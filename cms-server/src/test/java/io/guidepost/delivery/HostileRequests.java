package io.guidepost.delivery;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Requests that nobody sends who means well: bombs, cycles, garbage, and good queries with something broken in them. */
public final class HostileRequests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TOKENS = List.of("{", "}", "(", ")", "...", "on", "fragment", "$", "@", "\"",
            "\"\"\"",
            ":", "!", "[", "]", "=", "|", "&", "null", "true", "-1", "9".repeat(400), "1e999", "\u0000", "\uFEFF",
            "\uD800",
            "query", "mutation", "subscription", "__schema", "__type", "#", ",", "\\u", "é", "🦀");
    private static final List<String> EDITIONS = List.of("", "1", "1.1", "-1", "latest", "9999999999", "1.1.1", "é",
            "0");
    private static final List<String> ACCEPTED = List.of("*/*", "application/json", "application/graphql-response+json",
            "text/html", "nonsense", ";;", "application/json;q=0", "a/b, c/d;q=x");

    private static final int CONDITIONS = 60;

    private final RandomQueries queries;
    private final Random random;

    public HostileRequests(GraphQLSchema schema, long seed) {
        this.queries = new RandomQueries(schema, seed);
        this.random = new Random(seed);
    }

    /** Over the schema that this server delivers by. */
    public static HostileRequests overDelivery(long seed) throws IOException {
        return new HostileRequests(UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(
                DeliveryTestServer.sdl())), seed);
    }

    /**
     * One of them.
     *
     * @param path where it goes
     * @param query the query string of a GET; null: it is a POST
     * @param body the body of a POST
     * @param accept its header of that name
     * @param edition the edition that it pins; empty: none
     */
    public record Hostile(String path, String query, byte[] body, String accept, String edition) {}

    /** The next one. */
    public Hostile next() {
        String accept = random.nextInt(8) > 0 ? "*/*" : ACCEPTED.get(random.nextInt(ACCEPTED.size()));
        String edition = random.nextInt(4) > 0 ? "" : EDITIONS.get(random.nextInt(EDITIONS.size()));
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> new Hostile("/graphql", parameters(), new byte[0], accept, edition);
            case 4 -> new Hostile("/graphql/changes", lines(), new byte[0], accept, edition);
            default -> new Hostile("/graphql", null, bytes(), accept, edition);
        };
    }

    private String parameters() {
        return switch (random.nextInt(5)) {
            case 0 -> "query=" + encoded(document()) + "&variables=" + encoded(variables());
            case 1 -> "query=" + encoded(document()) + "&extensions=" + encoded(
                    "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + "ab".repeat(random.nextInt(40)) + "\"}}");
            case 2 -> "query=%7B__typename%7D&operationName=" + encoded(token());
            case 3 -> "variables=" + encoded(variables());
            default -> "query=" + encoded(document()) + "&query=" + encoded(document()) + "&" + encoded(token()) + "=1";
        };
    }

    /** What a stream of changes is asked for by. */
    private String lines() {
        return switch (random.nextInt(4)) {
            case 0 -> "since=" + encoded(token());
            case 1 -> "since=0.0&edition=" + encoded(EDITIONS.get(random.nextInt(EDITIONS.size())));
            case 2 -> "since=1.1&since=2.1&" + encoded(token()) + "=1";
            default -> "edition=1";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        byte[] body = switch (random.nextInt(9)) {
            case 0 -> garbage();
            case 1 -> ("[".repeat(1 + random.nextInt(100_000))).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("{\"query\": \"{ __typename }\", \"variables\": " + "{\"a\":".repeat(400) + "1" + "}".repeat(400)
                    + "}").getBytes(StandardCharsets.UTF_8);
            case 3 -> ("[" + request() + "," + request() + "]").getBytes(StandardCharsets.UTF_8);
            case 4 -> conditional().getBytes(StandardCharsets.UTF_8);
            default -> request().getBytes(StandardCharsets.UTF_8);
        };
        if (random.nextInt(5) == 0 && body.length > 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private byte[] garbage() {
        byte[] garbage = new byte[random.nextInt(2_000)];
        random.nextBytes(garbage);
        return garbage;
    }

    private String request() {
        return "{\"query\": " + JSON.writeValueAsString(document()) + ", \"variables\": " + variables() + "}";
    }

    /** The same document with other conditions each time, as many as can be. */
    private String conditional() {
        String variables = IntStream.range(0, CONDITIONS).mapToObj(i -> "$c" + i + ": Boolean!").collect(Collectors
                .joining(", "));
        String fields = IntStream.range(0, CONDITIONS).mapToObj(i -> "c%1$d: roleGuide(slug: \"ai-specialist\")"
                + " @include(if: $c%1$d) { title faqs @skip(if: $c%1$d) { question } }".formatted(i))
                .collect(Collectors.joining(" "));
        String values = IntStream.range(0, CONDITIONS).mapToObj(i -> "\"c" + i + "\": " + random.nextBoolean()).collect(
                Collectors.joining(", ", "{", "}"));
        return "{\"query\": " + JSON.writeValueAsString("query Q(" + variables + ") { " + fields + " }")
                + ", \"variables\": " + values + "}";
    }

    /** As many fields as there can be under names of their own. */
    private String aliased(int most, String field) {
        return IntStream.range(0, random.nextInt(most)).mapToObj(i -> field.formatted(i)).collect(Collectors.joining(
                " "));
    }

    private String variables() {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"slug\": \"" + "x".repeat(random.nextInt(500_000)) + "\"}";
            case 1 ->
                IntStream.range(0, 5_000).mapToObj(i -> "\"v" + i + "\": " + i).collect(Collectors.joining(",", "{",
                        "}"));
            case 2 -> "null";
            case 3 -> "{\"slug\": " + List.of("1", "[]", "{}", "null", "1.5", "true").get(random.nextInt(6)) + "}";
            default -> RandomQueries.VARIABLES;
        };
    }

    private String document() {
        return switch (random.nextInt(13)) {
            case 0 -> "{ __schema { types { " + "fields { type { ".repeat(random.nextInt(30)) + "name"
                    + " } }".repeat(random.nextInt(30)) + " } } }";
            case 1 -> "{ " + IntStream.range(0, random.nextInt(3_000)).mapToObj(i -> "a" + i + ": __typename")
                    .collect(Collectors.joining(" ")) + " }";
            case 2 -> "{ " + IntStream.range(0, random.nextInt(300)).mapToObj(i -> "a" + i
                    + ": roleGuides(first: 100) { nodes { title faqs { question } } }").collect(Collectors.joining(" "))
                    + " }";
            case 3 -> "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }";
            case 4 -> doubling(random.nextInt(60));
            case 5 ->
                "{ roleGuide(slug: \"ai-specialist\") " + "{ related { pins ".repeat(random.nextInt(300)) + "{ slug }"
                        + " } }".repeat(random.nextInt(300)) + " }";
            case 6 -> "query Q(" + IntStream.range(0, random.nextInt(500)).mapToObj(i -> "$v" + i + ": Int = " + i)
                    .collect(Collectors.joining(", ")) + ") { __typename }";
            case 8 -> "{ roleGuides(first: 100) { nodes { " + aliased(60,
                    "a%1$d: jsonLd(url: \"https://guides.example/%1$d\")") + " } } }";
            case 9 -> "{ roleGuides(first: 100) { nodes { intro { " + aliased(600, "a%1$d: html") + " } } } }";
            case 10 -> "{ changes { nodes { kind " + aliased(200, "a%1$d: pages { type id slug }") + " } } }";
            case 7 -> "{ x @skip(if: true) ".repeat(random.nextInt(200)) + "}".repeat(random.nextInt(200));
            default -> mutated(queries.next());
        };
    }

    private static String doubling(int levels) {
        return "{ ...F0 } " + IntStream.range(0, levels)
                .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(" ")) + " fragment F" + levels + " on Query { edition { id } }";
    }

    private String mutated(String query) {
        StringBuilder text = new StringBuilder(query);
        for (int i = random.nextInt(4); i > 0; i--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(place, token());
                case 1 -> text.delete(place, Math.min(text.length() - 1, place + 1 + random.nextInt(20)));
                case 2 ->
                    text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(200))));
                default -> text.setCharAt(place, (char) random.nextInt(0x3000));
            }
        }
        return text.toString();
    }

    private String token() {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }
}
