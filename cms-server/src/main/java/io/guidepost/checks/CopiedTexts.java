package io.guidepost.checks;

import io.guidepost.content.FigureToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that were carried over from another role's document: for the most part word for word those of another document of the type, or speaking
 * of becoming or being another role and never of this one.
 */
final class CopiedTexts implements Check {

    private static final String CODE = "copied-text";
    private static final int SHORTEST = 15;

    /** A text that more documents than this share is the house's own, and meant. */
    private static final int HOUSE = 2;
    private static final Pattern NAMES_ROLE = Pattern.compile(
            "\\b(?:becom(?:e|es|ing)|being)\\s(?:an?\\s)?(?<words>(?:[\\p{L}-]+\\s){0,3}?[\\p{L}-]{2,}(?:er|or|ist|yst|ian)s?)\\b");

    /** How many of the places of copied passages a message names. */
    private static final int NAMED = 5;

    private final KnownRuns known = new KnownRuns();

    private record Twin(Neighbour document, Runs runs) {}

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        if (subject.isSource()) {
            return;
        }
        List<Twin> peers = null;
        var copied = new LinkedHashMap<Neighbour, List<String>>();
        for (var passage : subject.passages()) {
            var prose = passage.prose();
            var runs = Runs.in(passage.sentences());
            List<Twin> twins = List.of();
            if (runs.size() > SHORTEST - Runs.LENGTH) {
                peers = peers == null ? peers(subject) : peers;
                twins = peers.stream().filter(peer -> runs.areMostlyIn(peer.runs())).toList();
            }
            if (!twins.isEmpty() && twins.size() <= HOUSE) {
                copied.computeIfAbsent(twins.getFirst().document(), _ -> new ArrayList<>()).add(prose.pointer());
            } else {
                otherRole(subject, passage).ifPresent(other -> report.add(CODE, prose.pointer(),
                        "This speaks of “%s” and never of “%s”, which the document is about: check where it comes from."
                                .formatted(other, subject.role().orElse(""))));
            }
        }
        copied.forEach((document, pointers) -> report.add(CODE, pointers.getFirst(), message(document, pointers)));
    }

    private List<Twin> peers(Subject subject) {
        return subject.peers().stream().map(peer -> new Twin(peer, known.of(subject.type(), peer))).toList();
    }

    private static String message(Neighbour document, List<String> pointers) {
        var named = "“" + document.title() + "” (" + document.id() + ")";
        if (pointers.size() == 1) {
            return "1 passage is for the most part what " + named + " says: write what holds for this one.";
        }
        var others = pointers.stream().skip(1).limit(NAMED).collect(Collectors.joining(", "));
        return "%d passages are for the most part what %s says, this one and %s%s: write what holds for this one."
                .formatted(pointers.size(), named, others, pointers.size() > NAMED + 1 ? " and more" : "");
    }

    private static String words(List<Sentence> sentences) {
        var words = new StringBuilder();
        sentences.forEach(sentence -> words.append(sentence.text()).append(' '));
        return words.toString();
    }

    private static Optional<String> otherRole(Subject subject, Subject.Passage passage) {
        var own = subject.role();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var text = words(passage.sentences()).toLowerCase(Locale.ENGLISH).replace('-', ' ');
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
