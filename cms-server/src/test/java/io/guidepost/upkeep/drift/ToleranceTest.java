package io.guidepost.upkeep.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Interval;
import io.guidepost.content.Provenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToleranceTest {

    private static final Tolerance TOLERANCE = new Tolerance(3, 25);

    static Figure figure(String text, @Nullable Double value) {
        return new Figure("", text, value, 100, Instant.EPOCH, false, null, Provenance.NONE);
    }

    private static boolean moves(String token, Figure before, Figure now) {
        assertThat(isExceeded(token, before, before, Lead.KEPT)).isFalse();
        return isExceeded(token, before, now, Lead.KEPT);
    }

    private static boolean isExceeded(String token, Figure before, Figure now, Lead lead) {
        return TOLERANCE.isExceeded(FigureToken.parse(token), new Movement(before, now, lead, List.of("/intro")));
    }

    @Test
    void the_first_place_does_not_move_a_little() {
        Figure share = figure("33%", 33.0);

        assertThat(isExceeded("percent priority/earn-more", share, share, Lead.LOST)).isTrue();
        assertThat(isExceeded("percent priority/earn-more", share, share, Lead.GAINED)).isTrue();
    }

    @Test
    void a_share_moves_by_points() {
        Figure before = figure("33%", 33.0);

        assertThat(moves("percent priority/earn-more", before, figure("36%", 36.0))).isFalse();
        assertThat(moves("percent priority/earn-more", before, figure("36%", 36.01))).isTrue();
        assertThat(moves("percent priority/earn-more", before, figure("30%", 29.9))).isTrue();
        assertThat(moves("percent priority/earn-more", figure("1%", 1.0), figure("3%", 3.0))).isFalse();
    }

    @Test
    void a_count_moves_by_a_part_of_what_it_was() {
        for (String token : new String[]{"respondents", "recent", "count priority/earn-more", "site.respondents",
            "site.countries"}) {
            assertThat(moves(token, figure("100", 100.0), figure("125", 125.0))).as(token).isFalse();
            assertThat(moves(token, figure("100", 100.0), figure("126", 126.0))).as(token).isTrue();
            assertThat(moves(token, figure("100", 100.0), figure("74", 74.0))).as(token).isTrue();
            assertThat(moves(token, figure("0", 0.0), figure("1", 1.0))).as(token).isTrue();
        }
    }

    private static Figure range(double low, double high) {
        return new Figure("", low + "–" + high + "%", null, 100, Instant.EPOCH, false, new Interval(low, high),
                Provenance.NONE);
    }

    @Test
    void a_range_moves_with_either_end() {
        assertThat(moves("range priority/earn-more", range(28, 38), range(31, 41))).isFalse();
        assertThat(moves("range priority/earn-more", range(28, 38), range(28, 41.5))).isTrue();
        assertThat(moves("range priority/earn-more", range(28, 38), range(24, 38))).isTrue();
    }

    @Test
    void a_rank_does_not_move_a_little() {
        assertThat(moves("rank priority/earn-more", figure("1st", 1.0), figure("2nd", 2.0))).isTrue();
    }

    @Test
    void words_do_not_move_a_little() {
        assertThat(moves("answer priority/1", figure("Earning more", null), figure("A stable job", null))).isTrue();
    }

    @Test
    void what_appears_or_goes_moves() {
        Figure hidden = Figure.suppressed("", Instant.EPOCH, Provenance.NONE);

        assertThat(moves("percent priority/earn-more", hidden, figure("33%", 33.0))).isTrue();
        assertThat(moves("percent priority/earn-more", figure("33%", 33.0), hidden)).isTrue();
        assertThat(moves("answer priority/1", hidden, hidden)).isFalse();
    }
}
