package io.guidepost.checks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A for an and the other way round, before the role's name, initialisms and ordinary words. Other names are passed over: nobody knows how they sound. */
final class WrongArticles implements Check {

    private static final String CODE = "wrong-article";

    /** A capital A is an article at the beginning only: plan A is not one. */
    private static final Pattern ARTICLE = Pattern.compile(
            "(?:(?=a)(?<![\\p{L}\\p{N}'’.&/\\-\uFFFC])(?<low>an?)|(?=[\\sA])(?<=^|[.!?:“\"(>—])\\s*(?<high>An?))\\s+[\"“'‘(]?(?<word>[\\p{L}\\p{N}][\\p{L}\\p{N}'’.,-]*)");

    /** No article stands before these, so that the a before them is a letter. */
    private static final Set<String> NEVER_AFTER = Set.of("is", "are", "or", "and", "in", "on", "of", "at", "as", "if",
            "it", "am", "an", "a", "into", "until", "unless", "also", "e", "i", "o", "u");

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        var role = subject.role().orElse(null);
        for (var sentence : subject.sentences()) {
            var text = sentence.text();
            var matcher = ARTICLE.matcher(text);
            while (matcher.find()) {
                var article = (matcher.group("low") == null ? matcher.group("high") : matcher.group("low"));
                var word = matcher.group("word").replaceFirst("[.,'’-]+$", "");
                boolean isRole = role != null && text.substring(matcher.start("word")).toLowerCase(Locale.ENGLISH)
                        .replace('-', ' ').startsWith(role);
                if (word.isEmpty() || (!isRole && !isKnown(word))) {
                    continue;
                }
                var right = IndefiniteArticle.before(word);
                if (!right.contains(article.toLowerCase(Locale.ROOT))) {
                    var named = isRole && role != null
                            ? text.substring(matcher.start("word"), matcher.start("word") + role.length())
                            : word;
                    report.add(CODE, sentence.pointer(), "“%s %s” must be “%s %s”.".formatted(article, named,
                            right.iterator().next(), named));
                }
            }
        }
    }

    private static boolean isKnown(String word) {
        return IndefiniteArticle.isInitialism(word) || Character.isDigit(word.charAt(0))
                || (word.equals(word.toLowerCase(Locale.ROOT)) && !NEVER_AFTER.contains(word));
    }
}
