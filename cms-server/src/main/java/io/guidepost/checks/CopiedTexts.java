package io.guidepost.checks;

import io.guidepost.content.DocumentType;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Prose;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that were carried over from another role's document: for the most part word for word those of another document of the type, or speaking
 * of becoming or being another role and never of this one.
 */
final class CopiedTexts implements Check {

    private static final String CODE = "copied-text";
    private static final int RUN = 5;
    private static final int SHORTEST = 15;

    /** A text that more documents than this share is the house's own, and meant. */
    private static final int HOUSE = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NAMES_ROLE = Pattern.compile(
            "\\b(?:becom(?:e|es|ing)|being)\\s(?:an?\\s)?(?<words>(?:[\\p{L}-]+\\s){0,3}?[\\p{L}-]{2,}(?:er|or|ist|yst|ian)s?)\\b");

    private record Twin(Neighbour document, Set<String> runs) {}

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        if (subject.isSource()) {
            return;
        }
        var peers = subject.peers().stream().map(peer -> new Twin(peer, runs(subject.type(), peer))).toList();
        for (var prose : subject.prose()) {
            var runs = runs(prose);
            var twins = runs.size() <= SHORTEST - RUN
                    ? List.<Twin>of()
                    : peers.stream().filter(peer -> isMostly(runs, peer.runs())).toList();
            if (!twins.isEmpty() && twins.size() <= HOUSE) {
                report.add(CODE, prose.pointer(),
                        "This is for the most part what “%s” says: write what holds for this one."
                                .formatted(twins.getFirst().document().title()));
            } else {
                otherRole(subject, prose).ifPresent(other -> report.add(CODE, prose.pointer(),
                        "This speaks of “%s” and never of “%s”, which the document is about: check where it comes from."
                                .formatted(other, subject.role().orElse(""))));
            }
        }
    }

    private static boolean isMostly(Set<String> runs, Set<String> of) {
        return 10 * runs.stream().filter(of::contains).count() >= 6L * runs.size();
    }

    private static Set<String> runs(DocumentType type, Neighbour document) {
        var runs = new HashSet<String>();
        type.prose(document.content()).forEach(prose -> runs.addAll(runs(prose)));
        return runs;
    }

    /** Every few words in a row, but for sentences with figures: the same sentence says something else with the figures of each role. */
    private static Set<String> runs(Prose prose) {
        var without = Sentences.of(prose).stream().filter(sentence -> sentence.tokens().isEmpty()).map(Sentence::text)
                .collect(Collectors.joining(" "));
        var words = WORD.matcher(without.toLowerCase(Locale.ENGLISH)).results().map(word -> word.group()).toList();
        var runs = new HashSet<String>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }

    private static String words(Prose prose) {
        var words = new StringBuilder();
        Sentences.of(prose).forEach(sentence -> words.append(sentence.text()).append(' '));
        return words.toString();
    }

    private static Optional<String> otherRole(Subject subject, Prose prose) {
        var own = subject.role();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var text = words(prose).toLowerCase(Locale.ENGLISH).replace('-', ' ');
        if (text.contains(own.get())) {
            return Optional.empty();
        }
        return NAMES_ROLE.matcher(text).results().map(match -> match.group("words")).map(CopiedTexts::singular)
                .filter(name -> isRole(subject, name)).findFirst();
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isRole(Subject subject, String name) {
        var key = name.strip().replaceAll("\\s+", "-");
        var token = new FigureToken.Respondents(Optional.empty(), Optional.of(key), OptionalInt.empty());
        return subject.around().figures().problem(token, null).isEmpty();
    }
}
