package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** No reader is fast enough for so little patience. */
@TestPropertySource(properties = {"guidepost.delivery.exports-at-once=1", "guidepost.delivery.export-patience=1ns"})
class ExportPatienceTest extends DeliveryTest {

    @Test
    void an_export_whose_reader_takes_too_little_is_cut_off_and_leaves_its_place() {
        for (String encoding : new String[]{"identity", "gzip", "identity"}) {
            MvcTestResult answer = http.get().uri("/graphql/changes").header(HttpHeaders.ACCEPT_ENCODING, encoding)
                    .exchange();

            assertThat(answer).as(encoding).hasStatus(200);
            assertThat(answer.getResponse().getContentAsByteArray().length).as(encoding).isLessThan(40_000);
            assertThat(answer).bodyText().as(encoding).doesNotContain("{\"end\":true}");
        }
    }
}
