package io.guidepost.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Provenance;
import io.guidepost.figures.FiguresController.NamedFigure;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedFigureTest {

    @Test
    void of_many_uses_the_first_hundred_are_named() {
        assertThat(used(100).usedIn()).hasSize(100);
        NamedFigure often = used(101);

        assertThat(often.uses()).isEqualTo(101);
        assertThat(often.usedIn()).hasSize(100).extracting(Use::document).startsWith("faq-0").endsWith("faq-99");
    }

    private static NamedFigure used(int times) {
        List<Use> uses = IntStream.range(0, times).mapToObj(number -> new Use("faq-" + number, "Faq", "", "", "/answer",
                "{{recent}}", List.of(Use.State.LIVE))).toList();
        return NamedFigure.of(new RoleFigures.Named(FigureToken.parse("recent"), "AI specialist"),
                Figure.suppressed("recent", Instant.EPOCH, Provenance.NONE), uses);
    }
}
