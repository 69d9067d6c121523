package io.guidepost.content;

import java.util.Optional;
import java.util.OptionalInt;

/** A figure named in a text between double braces. Questions, answers, backgrounds and roles are keys of the quiz; whether they exist is the quiz's affair. */
public sealed interface FigureToken {

    /**
     * Reads what stands between the braces.
     *
     * @param inner the token without its braces, white space at will
     * @throws MalformedTokenException if it is no token, saying where and why in an editor's words
     */
    static FigureToken parse(String inner) {
        return new TokenReader(inner).read();
    }

    /** The token in its standard form, without its braces. */
    String text();

    /** The quiz role that the token names, which goes before its document's. */
    default Optional<String> role() {
        return Optional.empty();
    }

    /** The background that the group is narrowed to. */
    default Optional<String> background() {
        return Optional.empty();
    }

    /** The number that the figure is rounded down to a multiple of. */
    default OptionalInt floor() {
        return OptionalInt.empty();
    }

    /** How many respondents explore the role. */
    record Respondents(Optional<String> background, Optional<String> role,
            OptionalInt floor) implements FigureToken {
        @Override
        public String text() {
            return "respondents" + TokenReader.options(this);
        }
    }

    /** How many respondents chose the role in the last 30 days. */
    record Recent(Optional<String> role, OptionalInt floor) implements FigureToken {
        @Override
        public String text() {
            return "recent" + TokenReader.options(this);
        }
    }

    /** The share of respondents who gave an answer. */
    record Percent(String question, String answer, Optional<String> background,
            Optional<String> role) implements FigureToken {
        @Override
        public String text() {
            return "percent " + question + "/" + answer + TokenReader.options(this);
        }
    }

    /** How many respondents gave an answer. */
    record Count(String question, String answer, Optional<String> background, Optional<String> role,
            OptionalInt floor) implements FigureToken {
        @Override
        public String text() {
            return "count " + question + "/" + answer + TokenReader.options(this);
        }
    }

    /**
     * The label of an answer by its rank.
     *
     * @param rank 1 for the most frequent answer
     */
    record Answer(String question, int rank, Optional<String> background,
            Optional<String> role) implements FigureToken {
        @Override
        public String text() {
            return "answer " + question + "/" + rank + TokenReader.options(this);
        }
    }

    /** How many people took the quiz. */
    record SiteRespondents(OptionalInt floor) implements FigureToken {
        @Override
        public String text() {
            return "site.respondents" + TokenReader.options(this);
        }
    }

    /** How many countries they are in. */
    record SiteCountries(OptionalInt floor) implements FigureToken {
        @Override
        public String text() {
            return "site.countries" + TokenReader.options(this);
        }
    }
}
