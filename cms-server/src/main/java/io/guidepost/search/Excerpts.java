package io.guidepost.search;

import io.guidepost.search.Highlight.Part;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what is shown of marked passages: one that is too long is cut where most words were found, with an ellipsis at each cut. */
final class Excerpts {

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final int LONGEST = 200;
    /** So much is shown before the first word that was found, if possible. */
    private static final int BEFORE = 40;
    /** As many as front ends have been told to expect. */
    private static final int MOST_PARTS = 20;
    private static final String NOT_SHOWN_AT_END = " ,;:-\u2013\u2014(";

    private final String text;
    private final List<Range> hits;

    private Excerpts(String text, List<Range> hits) {
        this.text = text;
        this.hits = hits;
    }

    /** Where a word that was found stands. */
    private record Range(int from, int to) {}

    /** The parts of a marked text as they are shown: of several lines, as older versions have indexed them, the one where most was found. */
    static List<Part> of(String marked) {
        List<Part> parts = Marks.parts(LINES.splitAsStream(marked).map(String::strip)
                .max(Comparator.comparingInt(Excerpts::found)).orElse(""));
        StringBuilder text = new StringBuilder();
        List<Range> hits = new ArrayList<>();
        for (Part part : parts) {
            if (part.hit()) {
                hits.add(new Range(text.length(), text.length() + part.text().length()));
            }
            text.append(part.text());
        }
        boolean fits = text.length() <= LONGEST || hits.isEmpty();
        return bounded(fits ? parts : new Excerpts(text.toString(), hits).cut());
    }

    private static int found(String line) {
        return (int) line.chars().filter(character -> character == Marks.BEGIN.charAt(0)).count();
    }

    private List<Part> cut() {
        Range first = hits.getFirst();
        long most = 0;
        for (Range hit : hits) {
            long with = within(hit.from(), hit.from() + LONGEST - BEFORE);
            if (with > most) {
                first = hit;
                most = with;
            }
        }
        int wanted = Math.max(0, Math.min(first.from() - BEFORE, text.length() - LONGEST));
        int begin = within(0, LONGEST) >= most ? 0 : begin(wanted, first.from());
        int end = end(Math.min(text.length(), begin + LONGEST), begin == 0 ? hits.getFirst().to() : first.to());
        return parts(begin, end);
    }

    private long within(int from, int to) {
        return hits.stream().filter(hit -> hit.from() >= from && hit.to() <= to).count();
    }

    /** The beginning of a word at an index or later, but not beyond another. */
    private int begin(int index, int latest) {
        BreakIterator words = words();
        int begin = index == 0 || words.isBoundary(index) ? index : words.following(index);
        while (begin < latest && !Character.isLetterOrDigit(text.codePointAt(begin))) {
            begin++;
        }
        return Math.min(begin, latest);
    }

    /** The end of a word at an index or earlier, but not before another. */
    private int end(int index, int earliest) {
        BreakIterator words = words();
        int end = words.isBoundary(index) ? index : words.preceding(index);
        while (end > earliest && end < text.length() && NOT_SHOWN_AT_END.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return Math.max(end, earliest);
    }

    private BreakIterator words() {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ENGLISH);
        words.setText(text);
        return words;
    }

    private List<Part> parts(int begin, int end) {
        List<Part> parts = new ArrayList<>();
        String open = begin == 0 ? "" : Gaps.ELLIPSIS + " ";
        int from = begin;
        for (Range hit : hits) {
            if (hit.from() >= begin && hit.to() <= end) {
                parts.add(new Part(open + text.substring(from, hit.from()), false));
                parts.add(new Part(text.substring(hit.from(), hit.to()), true));
                open = "";
                from = hit.to();
            }
        }
        boolean goesOn = end < text.length() && !text.startsWith(Gaps.ELLIPSIS, end - 1);
        parts.add(new Part(text.substring(from, end) + (goesOn ? " " + Gaps.ELLIPSIS : ""), false));
        parts.removeIf(part -> part.text().isEmpty());
        return parts;
    }

    private static List<Part> bounded(List<Part> parts) {
        if (parts.size() <= MOST_PARTS) {
            return parts;
        }
        String rest = parts.stream().skip(MOST_PARTS - 1).map(Part::text).collect(Collectors.joining());
        return Stream.concat(parts.stream().limit(MOST_PARTS - 1), Stream.of(new Part(rest, false))).toList();
    }
}
