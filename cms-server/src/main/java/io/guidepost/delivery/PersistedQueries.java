package io.guidepost.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Automatic persisted queries: a client names a query by its SHA-256, and sends its text along once if the server does not know it. Known
 * ones are kept in memory within a bound, and registered ones for good.
 */
@Component
class PersistedQueries {

    /** In characters of the queries. */
    private static final long MOST = 4_000_000;

    private final Cache<String, String> queries = Caffeine.newBuilder().maximumWeight(MOST)
            .weigher((String hash, String query) -> query.length()).build();
    private final RegisteredQueries registered;

    PersistedQueries(RegisteredQueries registered) {
        this.registered = registered;
    }

    /**
     * The request with its query, which it may name by its hash alone.
     *
     * @throws UnknownPersistedQueryException if it names one that is not known
     * @throws MalformedRequestException if it has no query, or one that is not what it is said to be
     * @throws UnregisteredQueryException if its query may not be run
     */
    GraphQlParameters complete(GraphQlParameters request) {
        String hash = hash(request.extensions());
        if (hash == null) {
            if (request.query() == null || request.query().isBlank()) {
                throw MalformedRequestException
                        .ofParameter("The parameter `query` with the GraphQL document is missing.");
            }
            registered.check(request.query());
            return request;
        }
        String query = request.query();
        if (query == null) {
            String known = registered.find(hash).orElseGet(() -> queries.getIfPresent(hash));
            if (known == null) {
                throw new UnknownPersistedQueryException();
            }
            return request.withQuery(known);
        }
        if (!Hashes.sha256(query).equals(hash)) {
            throw MalformedRequestException
                    .ofParameter("`extensions.persistedQuery.sha256Hash` is not the hash of the query.");
        }
        registered.check(query);
        queries.put(hash, query);
        return request;
    }

    private static @Nullable String hash(Map<String, @Nullable Object> extensions) {
        if (!(extensions.get("persistedQuery") instanceof Map<?, ?> persisted)) {
            return null;
        }
        if (!(persisted.get("version") instanceof Integer version) || version != 1
                || !(persisted.get("sha256Hash") instanceof String hash)) {
            throw MalformedRequestException.ofParameter(
                    "`extensions.persistedQuery` has a `version`, which is 1, and a `sha256Hash`.");
        }
        return hash.toLowerCase(Locale.ROOT);
    }
}
