package io.guidepost.checks;

import io.guidepost.content.FigureToken;
import io.guidepost.content.Prose;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts texts into sentences. A citation after the full stop belongs to the sentence that it follows. */
final class Sentences {

    private static final char CITATION = '\uE001';
    private static final Pattern END = Pattern.compile("[.!?]++[\"'”’)]*+(?:\\s*\uE001)*+\\s++(?=[^\\p{Ll}])");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}.]+)$");
    private static final Set<String> ABBREVIATIONS = Set.of("e.g", "i.e", "vs", "approx", "ca", "dr", "mr", "mrs", "ms",
            "no", "st", "inc", "ltd", "cf");

    private final Prose prose;
    private final List<Sentence> sentences = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder bare = new StringBuilder();
    private final List<FigureToken> tokens = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    private Sentences(Prose prose) {
        this.prose = prose;
    }

    static List<Sentence> of(Prose prose) {
        return new Sentences(prose).read();
    }

    static List<Sentence> of(List<Prose> prose) {
        return prose.stream().flatMap(text -> of(text).stream()).toList();
    }

    private List<Sentence> read() {
        for (var block : prose.blocks()) {
            block.spans().forEach(this::append);
            split();
            text.setLength(0);
            bare.setLength(0);
            tokens.clear();
            sources.clear();
        }
        return sentences;
    }

    private void append(Prose.Span span) {
        switch (span) {
            case Prose.Words words -> append(words.text(), words.linked());
            case Prose.Code code -> append(code.text(), true);
            case Prose.Token token -> {
                append(String.valueOf(Sentence.TOKEN), false);
                tokens.add(token.token());
            }
            case Prose.Cited cited -> {
                append(String.valueOf(CITATION), false);
                sources.add(cited.source());
            }
            case Prose.Link _,Prose.Image _ -> {}
        }
    }

    private void append(String words, boolean masked) {
        var line = words.replace('\n', ' ');
        text.append(line);
        bare.append(masked ? String.valueOf(Sentence.MASK).repeat(line.length()) : line);
    }

    private void split() {
        int from = 0;
        var end = END.matcher(text);
        while (end.find()) {
            if (!isAbbreviated(text.substring(from, end.start()))) {
                add(from, end.end());
                from = end.end();
            }
        }
        add(from, text.length());
    }

    private static boolean isAbbreviated(String before) {
        var word = LAST_WORD.matcher(before.length() > 20 ? before.substring(before.length() - 20) : before);
        return word.find() && (ABBREVIATIONS.contains(word.group(1).toLowerCase(Locale.ROOT))
                || word.group(1).matches("(?:\\p{Lu}\\.)*\\p{Lu}"));
    }

    private void add(int from, int to) {
        var words = new StringBuilder();
        var unmasked = new StringBuilder();
        var figures = new ArrayList<FigureToken>();
        var cited = new LinkedHashSet<String>();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == CITATION && !sources.isEmpty()) {
                cited.add(sources.removeFirst());
                continue;
            }
            if (c == Sentence.TOKEN && !tokens.isEmpty()) {
                figures.add(tokens.removeFirst());
            }
            words.append(c);
            unmasked.append(bare.charAt(i));
        }
        if (!words.toString().isBlank()) {
            sentences.add(new Sentence(prose.pointer(), prose.rich(), words.toString(), unmasked.toString(), figures,
                    cited));
        }
    }
}
