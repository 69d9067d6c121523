package io.guidepost.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure to be filled in when a text is served. Written between double braces:
 *
 * <pre>
 * respondents | recent | percent QUESTION/ANSWER | count QUESTION/ANSWER | answer QUESTION/RANK
 *   [of BACKGROUND] [for ROLE] [floor N]
 * site.respondents | site.countries [floor N]
 * </pre>
 */
public sealed interface FigureToken {

    /** The token as it was written, without its braces and outer white space. */
    String text();

    /** The role that the token names, in place of its document's. */
    default Optional<String> role() {
        return Optional.empty();
    }

    /** How many respondents explore a role, all of them or those of one background. */
    record Respondents(String text, Optional<String> background, Optional<String> role,
            Optional<Integer> floor) implements FigureToken {}

    /** How many respondents explored a role in the 30 days before the snapshot. */
    record Recent(String text, Optional<String> role, Optional<Integer> floor) implements FigureToken {}

    /** The share of respondents that gave an answer. */
    record Percent(String text, String question, String answer, Optional<String> background,
            Optional<String> role) implements FigureToken {}

    /** How many respondents gave an answer. */
    record Count(String text, String question, String answer, Optional<String> background, Optional<String> role,
            Optional<Integer> floor) implements FigureToken {}

    /** The label of the answer at a rank, counted from 1, the most frequent first. */
    record Answer(String text, String question, int rank, Optional<String> background,
            Optional<String> role) implements FigureToken {}

    /** How many have taken the quiz. */
    record SiteRespondents(String text, Optional<Integer> floor) implements FigureToken {}

    /** From how many countries. */
    record SiteCountries(String text, Optional<Integer> floor) implements FigureToken {}

    /**
     * Reads a token.
     *
     * @param inner what stands between the braces
     * @return the token
     * @throws MalformedTokenException if it does not follow the grammar, with the position of the mistake
     */
    static FigureToken parse(String inner) {
        return new Parser(inner).token();
    }

    /** Reads one token word by word. */
    final class Parser {

        private static final Pattern WORD = Pattern.compile("\\S+");
        private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

        private final String text;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private int next;

        Parser(String inner) {
            this.text = inner.strip();
            Matcher word = WORD.matcher(inner);
            while (word.find()) {
                words.add(word.group());
                positions.add(word.start());
            }
            positions.add(inner.length());
        }

        FigureToken token() {
            String kind = word("a figure, such as “respondents” or “percent priority/earn-more”");
            FigureToken token = switch (kind) {
                case "respondents" -> new Respondents(text, option("of"), option("for"), floor());
                case "recent" -> new Recent(text, option("for"), floor());
                case "percent" -> {
                    String[] answer = answer();
                    yield new Percent(text, answer[0], answer[1], option("of"), option("for"));
                }
                case "count" -> {
                    String[] answer = answer();
                    yield new Count(text, answer[0], answer[1], option("of"), option("for"), floor());
                }
                case "answer" -> {
                    String[] answer = answer();
                    yield new Answer(text, answer[0], number(answer[1], "a rank, counted from 1"), option("of"),
                            option("for"));
                }
                case "site.respondents" -> new SiteRespondents(text, floor());
                case "site.countries" -> new SiteCountries(text, floor());
                default -> throw mistake("“" + kind + "” is no figure; there are respondents, recent, percent, count,"
                        + " answer, site.respondents and site.countries");
            };
            if (next < words.size()) {
                next++;
                throw mistake("“" + words.get(next - 1) + "” does not belong here");
            }
            return token;
        }

        private String word(String expected) {
            if (next == words.size()) {
                throw new MalformedTokenException(positions.get(next), "Here must be " + expected + ".");
            }
            return words.get(next++);
        }

        private Optional<String> option(String name) {
            if (next < words.size() && words.get(next).equals(name)) {
                next++;
                return Optional.of(key(word("a key after “" + name + "”")));
            }
            return Optional.empty();
        }

        private Optional<Integer> floor() {
            if (next < words.size() && words.get(next).equals("floor")) {
                next++;
                return Optional.of(number(word("a number after “floor”"), "a whole number from 1"));
            }
            return Optional.empty();
        }

        private String[] answer() {
            String[] parts = word("a question and an answer, such as priority/earn-more").split("/", -1);
            if (parts.length != 2) {
                throw mistake("A question and an answer are joined by one slash: priority/earn-more");
            }
            return new String[]{key(parts[0]), key(parts[1])};
        }

        private String key(@Nullable String word) {
            if (word == null || !KEY.matcher(word).matches()) {
                throw mistake("“" + word + "” is not a key: lower-case words joined by hyphens");
            }
            return word;
        }

        private int number(String word, String expected) {
            if (!word.matches("[1-9][0-9]{0,8}")) {
                throw mistake("“" + word + "” must be " + expected);
            }
            return Integer.parseInt(word);
        }

        private MalformedTokenException mistake(String message) {
            return new MalformedTokenException(positions.get(Math.max(next - 1, 0)), message + ".");
        }
    }
}
