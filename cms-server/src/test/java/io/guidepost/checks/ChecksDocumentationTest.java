package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecksDocumentationTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (error|warning)");

    @Test
    void every_code_is_documented_with_its_severity_and_no_other_is() throws IOException {
        var checks = new Checks(Seed.MODEL, CheckSettings.defaults());
        Map<String, String> severities = checks.codes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                code -> code.getValue().name().toLowerCase(Locale.ROOT)));

        Map<String, String> documented = ROW.matcher(Files.readString(Path.of("../docs/checks.md"))).results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

        assertThat(documented).isEqualTo(severities);
    }
}
