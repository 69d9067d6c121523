package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import org.springframework.stereotype.Component;

/** What people and documents are called in sentences. */
@Component
class Names {

    private final Colleagues colleagues;

    Names(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    String of(PersonId person) {
        return person.isServer()
                ? "The server"
                : colleagues.find(person).map(Colleague::name).orElse(person.value());
    }

    static String of(Document document) {
        return document.title().isBlank() ? document.id().value() : document.title();
    }

    static String link(Document document) {
        return "/api/documents/" + document.id().value();
    }
}
