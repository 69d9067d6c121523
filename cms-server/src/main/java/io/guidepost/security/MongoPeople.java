package io.guidepost.security;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.guidepost.storage.Inserts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps people in the collection {@code people}:
 * {@code {_id: "ada", login: "ada", name: "Ada", email: "ada@example.org", roles: ["editor"], passwordHash: "{bcrypt}…",
 * disabled: false, created: Date}}. Whoever has no address or no password lacks the field.
 */
@Component
class MongoPeople implements People {

    private final MongoCollection<Document> people;

    MongoPeople(MongoDatabase database) {
        people = database.getCollection("people");
        people.createIndex(Indexes.ascending("login"), new IndexOptions().unique(true));
    }

    @Override
    public List<Person> all() {
        return people.find().sort(Indexes.ascending("login")).map(MongoPeople::person).into(new ArrayList<>());
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(people.find(eq(id.value())).first()).map(MongoPeople::person);
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return Optional.ofNullable(people.find(eq("login", login)).first()).map(MongoPeople::person);
    }

    @Override
    public void add(Person person) {
        Document stored = new Document("_id", person.id().value()).append("login", person.login())
                .append("name", person.name()).append("roles", keys(person.roles()))
                .append("disabled", person.disabled()).append("created", Date.from(person.created()));
        if (person.passwordHash() != null) {
            stored.append("passwordHash", person.passwordHash());
        }
        if (person.email() != null) {
            stored.append("email", person.email());
        }
        if (!Inserts.ifAbsent(people, stored)) {
            throw new LoginTakenException(person.login());
        }
    }

    @Override
    public void rename(PersonId id, String name) {
        people.updateOne(eq(id.value()), Updates.set("name", name));
    }

    @Override
    public void setEmail(PersonId id, @Nullable String email) {
        people.updateOne(eq(id.value()), email == null ? Updates.unset("email") : Updates.set("email", email));
    }

    @Override
    public Person grant(PersonId id, @Nullable Set<Role> roles, @Nullable Boolean disabled) {
        List<Bson> changes = new ArrayList<>();
        if (roles != null) {
            changes.add(Updates.set("roles", keys(roles)));
        }
        if (disabled != null) {
            changes.add(Updates.set("disabled", disabled));
        }
        Document before = people.findOneAndUpdate(eq(id.value()), Updates.combine(changes));
        if (before == null) {
            throw new UnknownPersonException();
        }
        return person(before);
    }

    @Override
    public void setPasswordHash(PersonId id, String hash) {
        people.updateOne(eq(id.value()), Updates.set("passwordHash", hash));
    }

    @Override
    public long enabledAdmins() {
        return people.countDocuments(and(eq("roles", Role.ADMIN.key()), eq("disabled", false)));
    }

    private static List<String> keys(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::key).toList();
    }

    private static Person person(Document stored) {
        Set<Role> roles = stored.getList("roles", String.class).stream().map(key -> Role.ofKey(key).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        return new Person(new PersonId(stored.getString("_id")), stored.getString("login"), stored.getString("name"),
                stored.getString("email"), roles, stored.getString("passwordHash"), stored.getBoolean("disabled"),
                stored.getDate("created").toInstant());
    }
}
