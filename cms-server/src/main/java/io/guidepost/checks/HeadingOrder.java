package io.guidepost.checks;

import java.util.Map;

/** Headings that compete with the page's own, or skip a level, so that readers who navigate by them get lost. */
final class HeadingOrder implements Check {

    private static final String CODE = "heading-order";
    private static final int DEEPEST_FIRST = 3;

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        for (var prose : subject.prose()) {
            int previous = DEEPEST_FIRST - 1;
            for (var block : prose.blocks()) {
                int level = block.level();
                if (level == 1) {
                    report.add(CODE, prose.pointer(),
                            "The page's title is its only heading of the first level: begin with ## or ### here.");
                } else if (level > previous + 1) {
                    report.add(CODE, prose.pointer(),
                            "A heading of level %d follows %s: use level %d at most.".formatted(level,
                                    previous < DEEPEST_FIRST ? "none of the level above" : "one of level " + previous,
                                    previous + 1));
                }
                previous = level > 0 ? Math.max(level, DEEPEST_FIRST - 1) : previous;
            }
        }
    }
}
