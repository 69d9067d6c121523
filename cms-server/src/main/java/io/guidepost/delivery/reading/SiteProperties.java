package io.guidepost.delivery.reading;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is so of the whole site and not written by editors.
 *
 * @param locale the language of all content, as a tag of BCP 47: {@code en}, {@code pt-BR}
 */
@ConfigurationProperties("guidepost.site")
record SiteProperties(@DefaultValue("en") String locale) {

    /**
     * Writes the tag as it is written by convention.
     *
     * @throws IllegalArgumentException if it is none, or names no language
     */
    SiteProperties {
        locale = canonical(locale);
    }

    private static String canonical(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException(refusal(tag), malformed);
        }
        throw new IllegalArgumentException(refusal(tag));
    }

    private static String refusal(String tag) {
        return "`guidepost.site.locale` is the tag of a language, such as `en` or `pt-BR`; this is none: " + tag;
    }
}
