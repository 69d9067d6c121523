package io.guidepost.related.embedding;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts a text into the word pieces that BERT models know: lower case without accents, words and punctuation apart, each word by
 * the longest known beginnings.
 */
final class WordPieces {

    private static final String CONTINUED = "##";
    private static final String UNKNOWN = "[UNK]";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads the vocabulary from a tokenizer's description, {@code tokenizer.json}. */
    static WordPieces read(InputStream description) {
        Map<String, Integer> vocabulary = new HashMap<>();
        try (JsonParser parser = JsonMapper.shared().createParser(description)) {
            JsonNode tokenizer = JsonMapper.shared().readTree(parser);
            tokenizer.at("/model/vocab").properties().forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue()
                    .asInt()));
        }
        return new WordPieces(vocabulary);
    }

    /**
     * The numbers of a text's pieces, those of its beginning and its end around them.
     *
     * @param text any text
     * @param limit how many at most; what is over is cut off before the end
     */
    long[] of(String text, int limit) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(number(FIRST));
        for (String word : words(text, limit)) {
            cut(word, pieces);
            if (pieces.size() >= limit) {
                break;
            }
        }
        List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), limit - 1));
        kept.add(number(LAST));
        return kept.stream().mapToLong(Integer::longValue).toArray();
    }

    private int number(String piece) {
        return Objects.requireNonNull(vocabulary.get(piece));
    }

    private static List<String> words(String text, int limit) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length() && words.size() < limit; i += Character.charCount(plain.codePointAt(i))) {
            int character = plain.codePointAt(i);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                end(word, words);
            } else if (isPunctuation(character) || Character.isIdeographic(character)) {
                end(word, words);
                words.add(Character.toString(character));
            } else if (isWritten(character)) {
                word.appendCodePoint(character);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    private static boolean isWritten(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED,
                    Character.NON_SPACING_MARK ->
                false;
            default -> character != 0xFFFD;
        };
    }

    private static boolean isPunctuation(int character) {
        if (character < 128) {
            return character > ' ' && !Character.isLetterOrDigit(character);
        }
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }

    private void cut(String word, List<Integer> pieces) {
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length() > LONGEST_WORD ? from : word.length();
            @Nullable
            Integer number = null;
            while (number == null && to > from) {
                String piece = word.substring(from, to);
                number = vocabulary.get(from == 0 ? piece : CONTINUED + piece);
                to = number == null ? to - 1 : to;
            }
            if (number == null) {
                pieces.add(number(UNKNOWN));
                return;
            }
            found.add(number);
            from = to;
        }
        pieces.addAll(found);
    }
}
