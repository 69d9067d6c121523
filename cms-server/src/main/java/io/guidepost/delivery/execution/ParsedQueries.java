package io.guidepost.delivery.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Queries that were parsed and found valid, kept in memory within a bound. */
final class ParsedQueries implements PreparsedDocumentProvider {

    /** In characters of the queries. */
    private static final long MOST = 4_000_000;

    private final Cache<String, PreparsedDocumentEntry> parsed = Caffeine.newBuilder().maximumWeight(MOST)
            .weigher((String query, PreparsedDocumentEntry entry) -> query.length()).build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        PreparsedDocumentEntry entry = parsed.getIfPresent(input.getQuery());
        if (entry == null) {
            entry = parse.apply(input);
            if (!entry.hasErrors()) {
                parsed.put(input.getQuery(), entry);
            }
        }
        return CompletableFuture.completedFuture(entry);
    }
}
