package io.guidepost.delivery.execution;

import graphql.GraphQLContext;
import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the edition that a request names, or else the newest. */
@Component
class EditionOpening implements Opening {

    private final Editions editions;
    private final Readings readings;

    EditionOpening(Editions editions, Readings readings) {
        this.editions = editions;
        this.readings = readings;
    }

    @Override
    public Reading open(List<String> named, GraphQLContext context) {
        Optional<EditionPin> pin = Editions.pin(named);
        pin.ifPresent(edition -> context.put(EditionPin.class, edition));
        return readings.of(pin.map(editions::at).orElseGet(editions::newest));
    }
}
