package io.guidepost.delivery.field;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.guidepost.delivery.reading.Reading;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a field's value to the engine, which asks for one field at a time. */
record FieldFetcher(FieldValue value) implements DataFetcher<@Nullable Object> {

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Reading reading = Objects.requireNonNull(environment.getGraphQlContext().<Reading>get(Reading.class),
                "the request's edition is open for reading before it runs");
        Object source = Objects.requireNonNullElse(environment.getSource(), FieldValue.ROOT);
        Object found = value.of(source, environment.getArguments(), reading);
        while (FieldValue.isPending(found) && reading.load()) {
            found = value.of(source, environment.getArguments(), reading);
        }
        return found;
    }
}
