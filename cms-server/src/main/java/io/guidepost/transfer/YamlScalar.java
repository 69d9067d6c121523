package io.guidepost.transfer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a text in YAML in the plainest form that reads back as that text, for any reader of YAML 1.1 or 1.2: as it is, in a
 * block, or in quotation marks.
 */
final class YamlScalar {

    /** Longer texts that need quotation marks go into a block of their own instead, which needs no escapes. */
    private static final int LONGEST_QUOTED = 60;
    private static final Pattern PLAIN = Pattern
            .compile("\\p{L}[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern AMBIGUOUS = Pattern.compile(": |:$| #| $");
    /** What some reader takes for something else than a text; numbers and dates do not start with a letter. */
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf",
            "nan", "infinity");

    private YamlScalar() {}

    /** A text, as it stands behind a key or a hyphen; a block is indented. */
    static String of(String text, String indent) {
        boolean plain = PLAIN.matcher(text).matches() && !AMBIGUOUS.matcher(text).find()
                && text.codePoints().allMatch(YamlScalar::isPrintable)
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        if (plain) {
            return text;
        }
        boolean wantsBlock = text.indexOf('\n') >= 0 || text.length() > LONGEST_QUOTED;
        return wantsBlock && fitsBlock(text) ? block(text, indent) : quoted(text);
    }

    private static boolean fitsBlock(String text) {
        return !text.isBlank() && text.codePoints().allMatch(character -> character == '\n' || character == '\t'
                || isPrintable(character));
    }

    private static String block(String text, String indent) {
        StringBuilder block = new StringBuilder("|");
        // The indentation cannot be told from the first line if that is indented or empty itself.
        if (" \t\n".indexOf(text.charAt(0)) >= 0) {
            block.append(2);
        }
        if (!text.endsWith("\n")) {
            block.append('-');
        } else if (lastLineIsBlank(text)) {
            block.append('+');
        }
        String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : lines.split("\n", -1)) {
            block.append('\n');
            if (!line.isEmpty()) {
                block.append(indent).append(line);
            }
        }
        return block.toString();
    }

    private static boolean lastLineIsBlank(String text) {
        int before = text.lastIndexOf('\n', text.length() - 2);
        return text.substring(before + 1).isBlank();
    }

    private static String quoted(String text) {
        boolean escapes = text.codePoints().anyMatch(character -> !isPrintable(character));
        if (!escapes && (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            switch (character) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(character);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(character)) {
                        quoted.appendCodePoint(character);
                    } else {
                        quoted.append("\\u%04X".formatted(character));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** Printable in YAML and never taken for a line break, a mark of the byte order, or half a character. */
    private static boolean isPrintable(int character) {
        if (character == 0x2028 || character == 0x2029 || character == 0xFEFF) {
            return false;
        }
        return (character >= 0x20 && character <= 0x7E) || (character >= 0xA0 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
    }
}
