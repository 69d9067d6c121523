package io.guidepost.upkeep.drift;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;

/**
 * How far a figure may move before somebody should look. A share and either end of a range may move by some percent points and a count by
 * some percent of what it was. Whatever is no number that can move a little, such as a rank or the label of an answer, may not change at all, and neither may it be that a figure is
 * shown or not, nor whether the answer whose share, range or count is told is the most frequent one.
 *
 * @param points for shares, in percent points
 * @param percent for counts, in percent of what they were
 */
record Tolerance(double points, double percent) {

    private static final double WHOLE = 100;

    /** Whether a figure has moved further. */
    boolean isExceeded(FigureToken token, Movement movement) {
        return movement.lead() != Lead.KEPT || isExceeded(token, movement.before(), movement.now());
    }

    private boolean isExceeded(FigureToken token, Figure before, Figure now) {
        if (before.suppressed() || now.suppressed()) {
            return before.suppressed() != now.suppressed();
        }
        if (before.text().equals(now.text())) {
            return false;
        }
        if (token instanceof FigureToken.Range && before.interval() != null && now.interval() != null) {
            return Math.abs(now.interval().low() - before.interval().low()) > points
                    || Math.abs(now.interval().high() - before.interval().high()) > points;
        }
        if (before.value() == null || now.value() == null) {
            return true;
        }
        double move = Math.abs(now.value() - before.value());
        if (token instanceof FigureToken.Percent) {
            return move > points;
        }
        return !isCount(token) || move * WHOLE > percent * before.value();
    }

    private static boolean isCount(FigureToken token) {
        return token instanceof FigureToken.Respondents || token instanceof FigureToken.Recent
                || token instanceof FigureToken.Count || token instanceof FigureToken.SiteRespondents
                || token instanceof FigureToken.SiteCountries;
    }
}
