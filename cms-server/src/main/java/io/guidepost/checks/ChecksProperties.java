package io.guidepost.checks;

import io.guidepost.content.ContentModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the publish checks.
 *
 * @param severities by document type, or {@code all}, and code: error, warning or off
 * @param pages the address of a type's documents on the site, by type: {@code /guides/{slug}}
 * @param otherPages addresses of the site that no document has
 * @param title lengths of titles, in characters
 * @param description lengths of descriptions, in characters
 * @param reviewMonths months after which a source is due to be read again, where it does not say itself
 */
@ConfigurationProperties("guidepost.checks")
record ChecksProperties(@Nullable Map<String, Map<String, CheckSettings.Level>> severities,
        @Nullable Map<String, String> pages, @DefaultValue("/") Set<String> otherPages, @DefaultValue Title title,
        @DefaultValue Description description, @DefaultValue("12") int reviewMonths) {

    record Title(@DefaultValue("15") int min, @DefaultValue("70") int max) {}

    record Description(@DefaultValue("70") int min, @DefaultValue("160") int max) {}

    /** The settings; a page that is built in counts only where the model has its type. */
    CheckSettings settings(ContentModel model) {
        var addresses = new HashMap<String, String>();
        CheckSettings.defaults().pages().forEach((type, address) -> model.find(type)
                .ifPresent(_ -> addresses.put(type, address)));
        if (pages != null) {
            addresses.putAll(pages);
        }
        return new CheckSettings(severities == null ? Map.of() : severities, addresses, otherPages,
                new CheckSettings.Bounds(title.min(), title.max()),
                new CheckSettings.Bounds(description.min(), description.max()), reviewMonths);
    }
}
