package io.guidepost.embedded;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether no external server is named by any of some properties, each a text or a list of texts. */
abstract class NotConfigured extends SpringBootCondition {

    private final List<String> properties;

    private NotConfigured(String... properties) {
        this.properties = List.of(properties);
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Binder binder = Binder.get(context.getEnvironment());
        for (String property : properties) {
            if (!binder.bind(property, Bindable.listOf(String.class)).orElse(List.of()).isEmpty()) {
                return ConditionOutcome.noMatch(property + " is set");
            }
        }
        return ConditionOutcome.match("none is set of " + properties);
    }

    /** No MongoDB is named. */
    static final class Mongo extends NotConfigured {

        Mongo() {
            super("spring.mongodb.uri", "spring.mongodb.host");
        }
    }

    /** No Elasticsearch is named. */
    static final class Elasticsearch extends NotConfigured {

        Elasticsearch() {
            super("spring.elasticsearch.uris");
        }
    }
}
