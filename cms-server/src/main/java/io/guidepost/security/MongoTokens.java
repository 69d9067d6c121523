package io.guidepost.security;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Keeps tokens in the collection {@code tokens}:
 * {@code {_id, hash: "<SHA-256 of the secret, hex>", person, name, scopes: ["documents:read"], created, expires, revoked?}}.
 */
@Component
class MongoTokens implements Tokens {

    private final MongoCollection<Document> tokens;

    MongoTokens(MongoDatabase database) {
        tokens = database.getCollection("tokens");
        tokens.createIndex(Indexes.ascending("person"));
    }

    @Override
    public void add(ApiToken token) {
        tokens.insertOne(new Document("_id", token.id()).append("hash", token.hash())
                .append("person", token.person().value()).append("name", token.name())
                .append("scopes", ActorPrincipal.scopes(token.scopes())).append("created", Date.from(token.created()))
                .append("expires", Date.from(token.expires())));
    }

    @Override
    public Optional<ApiToken> find(String id) {
        return Optional.ofNullable(tokens.find(eq(id)).first()).map(MongoTokens::token);
    }

    @Override
    public List<ApiToken> of(PersonId person) {
        return tokens.find(eq("person", person.value())).sort(Sorts.descending("created")).map(MongoTokens::token)
                .into(new ArrayList<>());
    }

    @Override
    public void revoke(String id, Instant at) {
        tokens.updateOne(and(eq(id), exists("revoked", false)), Updates.set("revoked", Date.from(at)));
    }

    private static ApiToken token(Document stored) {
        Date revoked = stored.getDate("revoked");
        return new ApiToken(stored.getString("_id"), stored.getString("hash"), new PersonId(stored.getString("person")),
                stored.getString("name"),
                stored.getList("scopes", String.class).stream().map(scope -> Permission.ofScope(scope).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                stored.getDate("created").toInstant(), stored.getDate("expires").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
