package io.guidepost.checks;

import io.guidepost.content.FigureToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure in a sentence, typed or a token, with what it is about.
 *
 * @param sentence the sentence that makes the claim
 * @param typed the typed figure; null for a token
 * @param token the token; null for a typed figure
 * @param about the stems of the words it goes with
 */
record Claim(Sentence sentence, @Nullable TypedFigure typed, @Nullable FigureToken token, Set<String> about) {

    private record Mark(int start, int end, @Nullable TypedFigure typed, @Nullable FigureToken token) {}

    private static final int ENOUGH_WORDS = 3;

    /** The claims of a sentence that has the typed figures, in order. Figures are mostly followed by what they are about; where little follows one, it is what precedes it. */
    static List<Claim> in(Sentence sentence, List<TypedFigure> figures) {
        var marks = marks(sentence, figures);
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            int from = i == 0 ? 0 : marks.get(i - 1).end();
            int to = i + 1 == marks.size() ? sentence.text().length() : marks.get(i + 1).start();
            var before = English.stems(sentence.text().substring(from, mark.start()));
            var about = English.stems(sentence.text().substring(mark.end(), to));
            if (i == 0 || about.size() < ENOUGH_WORDS) {
                about.addAll(before);
            }
            claims.add(new Claim(sentence, mark.typed(), mark.token(), about));
        }
        return claims;
    }

    private static List<Mark> marks(Sentence sentence, List<TypedFigure> figures) {
        var marks = new ArrayList<Mark>();
        figures.forEach(typed -> marks.add(new Mark(typed.start(), typed.end(), typed, null)));
        int at = -1;
        for (var token : sentence.tokens()) {
            at = sentence.text().indexOf(Sentence.TOKEN, at + 1);
            marks.add(new Mark(at, at + 1, null, token));
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }
}
