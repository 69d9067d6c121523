package io.guidepost.comparison;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes differences for people. */
final class Reading {

    private static final int CONTEXT = 40;
    private static final int LONGEST_VALUE = 200;

    private Reading() {}

    static String of(List<Difference> differences) {
        return differences.stream().map(difference -> difference.label() + ": " + what(difference) + "\n")
                .collect(Collectors.joining());
    }

    private static String what(Difference difference) {
        return switch (difference) {
            case Difference.FieldSet set -> inserted(set.newValue());
            case Difference.FieldRemoved removed -> deleted(removed.oldValue());
            case Difference.FieldChanged changed -> deleted(changed.oldValue()) + " " + inserted(changed.newValue());
            case Difference.TextChanged changed -> runs(changed.runs());
            case Difference.ItemAdded added -> "added " + inserted(added.newValue());
            case Difference.ItemRemoved removed -> "removed " + deleted(removed.oldValue());
            case Difference.ItemMoved moved -> "moved from " + (moved.from() + 1) + " to " + (moved.to() + 1);
        };
    }

    private static String inserted(JsonNode value) {
        return "{+" + text(value) + "+}";
    }

    private static String deleted(JsonNode value) {
        return "[-" + text(value) + "-]";
    }

    private static String text(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= LONGEST_VALUE ? text : head(text, LONGEST_VALUE);
    }

    private static String runs(List<WordRun> runs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            WordRun run = runs.get(i);
            switch (run.change()) {
                case EQUAL -> text.append(context(run.text(), i > 0, i < runs.size() - 1));
                case DELETED -> text.append("[-").append(run.text()).append("-]")
                        .append(i < runs.size() - 1 && runs.get(i + 1).change() == WordRun.Change.INSERTED ? " " : "");
                case INSERTED -> text.append("{+").append(run.text()).append("+}");
            }
        }
        return text.toString();
    }

    /** What an unchanged stretch shows next to the changes before and after it. */
    private static String context(String text, boolean afterChange, boolean beforeChange) {
        int shown = (afterChange ? CONTEXT : 0) + (beforeChange ? CONTEXT : 0);
        if (text.length() <= shown + 3) {
            return text;
        }
        String head = afterChange ? head(text, CONTEXT) : "…";
        return beforeChange ? (afterChange ? head + " " : "… ") + tail(text) : head;
    }

    /** The beginning, up to the end of a word if there is one near. */
    private static String head(String text, int length) {
        int space = text.lastIndexOf(' ', length);
        int end = space > length / 2 ? space : length;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + " …";
    }

    private static String tail(String text) {
        int from = text.length() - CONTEXT;
        int space = text.indexOf(' ', from);
        int start = space >= 0 && space < text.length() - CONTEXT / 2 ? space + 1 : from;
        return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start);
    }
}
