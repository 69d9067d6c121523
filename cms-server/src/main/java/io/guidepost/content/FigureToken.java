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

    /** What a token is made of. */
    enum Part {
        /** What is told: {@code percent}. */
        KIND,
        /** The question. */
        QUESTION,
        /** The answer, or its rank. */
        ANSWER,
        /** What follows {@code of}. */
        BACKGROUND,
        /** What follows {@code for}. */
        ROLE,
        /** What follows {@code floor}. */
        FLOOR
    }

    /**
     * Where a part of a token stands.
     *
     * @param inner the token as it was written, without its braces
     * @param part which
     * @return an index into it; its length, if it has no such part
     * @throws MalformedTokenException if it is no token
     */
    static int position(String inner, Part part) {
        var reader = new TokenReader(inner);
        FigureToken _ = reader.read();
        return reader.position(part);
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

    /** Whether it is about all takers of the quiz, whatever roles they explore. */
    default boolean isOfSite() {
        return this instanceof SiteRespondents || this instanceof SiteCountries;
    }

    /** How many respondents explore the role. */
    record Respondents(Optional<String> background, Optional<String> role,
            OptionalInt floor) implements FigureToken {
        @Override
        public String text() {
            return "respondents" + TokenReader.options(this);
        }
    }

    /** How many respondents answered on the day of the statistics or one of the 30 before it. */
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

    /** What the share of everybody lies within, going by the share of respondents who gave an answer. */
    record Range(String question, String answer, Optional<String> background,
            Optional<String> role) implements FigureToken {
        @Override
        public String text() {
            return "range " + question + "/" + answer + TokenReader.options(this);
        }
    }

    /** Which place an answer takes among those to its question, the most frequent first. */
    record Rank(String question, String answer, Optional<String> background,
            Optional<String> role) implements FigureToken {
        @Override
        public String text() {
            return "rank " + question + "/" + answer + TokenReader.options(this);
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
