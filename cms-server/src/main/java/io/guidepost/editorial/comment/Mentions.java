package io.guidepost.editorial.comment;

import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads whom a text names by {@code @login}; whoever is nobody, or has left, is passed over. */
@Component
class Mentions {

    private static final Pattern NAME = Pattern.compile("(?<![\\p{Alnum}._@-])@(\\p{Alnum}[\\p{Alnum}._-]{0,79})");
    private static final Pattern PUNCTUATION = Pattern.compile("[._-]+$");

    private final Colleagues colleagues;

    Mentions(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    List<PersonId> in(String text) {
        Matcher names = NAME.matcher(text);
        if (!names.find()) {
            return List.of();
        }
        Set<String> logins = colleagues.all().stream().filter(colleague -> !colleague.disabled()).map(Colleague::id)
                .map(PersonId::value).collect(Collectors.toSet());
        Set<PersonId> mentioned = new LinkedHashSet<>();
        do {
            String name = names.group(1);
            // A full stop ends a sentence rather than a login, unless there is such a login.
            String login = logins.contains(name) ? name : PUNCTUATION.matcher(name).replaceFirst("");
            if (logins.contains(login)) {
                mentioned.add(new PersonId(login));
            }
        } while (names.find());
        return List.copyOf(mentioned);
    }
}
