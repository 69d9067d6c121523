package io.guidepost.checks;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses between a and an, by the sound that a word begins with. */
final class IndefiniteArticle {

    /** Initialisms that are read as words. */
    private static final Set<String> READ_AS_WORDS = Set.of("NASA", "NATO", "NIST", "NICE", "SCRUM", "JSON", "YAML",
            "REST", "RAM", "ROM", "LAN", "MOOC", "LAMP", "SCADA", "FEMA", "OSHA", "UNICEF", "AIDS", "OPEC", "README",
            "LASER", "RADAR", "SARS", "SWOT", "SMART", "STEM", "SWAT", "HIPAA", "NUMA", "NADA", "MIDI", "ASCII",
            "ANSI", "AWOL", "MANOVA", "ANOVA", "LIDAR", "SONAR");

    /** Read either way, so either article is right. */
    private static final Set<String> EITHER = Set.of("SQL", "MySQL");

    /** What could be spoken as a word, since it has a vowel between consonants, or is one in capitals: nobody can tell. */
    private static final Pattern PRONOUNCEABLE = Pattern
            .compile("(?:[FHLMNRSX]|S[CHKLMNPRTW]|F[LR])[AEIOU]+[B-DF-HJ-NP-TV-Z].*");

    private static final Pattern INITIALISM = Pattern.compile("(?<capitals>\\p{Lu}{2,})(?:\\p{Ll}\\p{L}*)?");
    private static final Pattern LETTER = Pattern.compile("(\\p{Lu})(?:[.-].*)?");
    private static final Pattern DIGITS = Pattern.compile("\\d.*");
    private static final Pattern EIGHT_ELEVEN_EIGHTEEN = Pattern.compile("(?:8|1[18](?:\\d{3})?(?!\\d)).*");

    /** Eleven hundred, or one thousand one hundred. */
    private static final Pattern HUNDREDS = Pattern.compile("1[18]\\d\\d(?!\\d).*");
    private static final String NAMED_WITH_A_VOWEL = "AEFHILMNORSX";

    /** Words that are written with a vowel but begin with the sound of y or w. */
    private static final Pattern SOUNDS_LIKE_CONSONANT = Pattern.compile(
            "(?:uni(?!n[a-z]|m(?!od)|d(?!ir)|ss|ll|ron)|us[ae]|usu|ut[io]|ubiq|uk|eu|ewe|once|one(?!r|i)|ouija|ur(?:an[iu]|in|ol)|ufo).*");

    /** Words that are written with an h that is silent. */
    private static final Pattern SILENT_H = Pattern.compile("(?:hour|honest|honou?r|heir).*");

    /** An h that some speak and some do not. */
    private static final Pattern EITHER_H = Pattern.compile("(?:histor|herb|habitual|hotel|hysteri|homage).*");

    private IndefiniteArticle() {}

    /** The article before a word: a, an, or both where both are right. */
    static Set<String> before(String word) {
        var head = word.split("[-–/’']", 2)[0];
        var capitals = capitals(head);
        if (READ_AS_WORDS.contains(capitals)) {
            return ordinary(word.toLowerCase(Locale.ENGLISH));
        }
        if (EITHER.contains(head) || EITHER.contains(capitals) || PRONOUNCEABLE.matcher(capitals).matches()) {
            return Set.of("a", "an");
        }
        if (isInitialism(word)) {
            return Set.of(NAMED_WITH_A_VOWEL.indexOf(word.charAt(0)) >= 0 ? "an" : "a");
        }
        if (DIGITS.matcher(head).matches()) {
            return HUNDREDS.matcher(head).matches()
                    ? Set.of("a", "an")
                    : Set.of(EIGHT_ELEVEN_EIGHTEEN.matcher(head).matches() ? "an" : "a");
        }
        return ordinary(word.toLowerCase(Locale.ENGLISH));
    }

    /** Whether a word is spoken letter by letter, as far as its spelling tells. */
    static boolean isInitialism(String word) {
        var head = word.split("[-–/’']", 2)[0];
        return INITIALISM.matcher(head).matches() || LETTER.matcher(word).matches();
    }

    private static String capitals(String head) {
        var initialism = INITIALISM.matcher(head);
        return initialism.matches() ? initialism.group("capitals") : "";
    }

    private static Set<String> ordinary(String word) {
        if (EITHER_H.matcher(word).matches()) {
            return Set.of("a", "an");
        }
        boolean vowel = "aeiouàáâäéèêíóôöúü".indexOf(word.charAt(0)) >= 0
                ? !SOUNDS_LIKE_CONSONANT.matcher(word).matches()
                : SILENT_H.matcher(word).matches();
        return Set.of(vowel ? "an" : "a");
    }
}
