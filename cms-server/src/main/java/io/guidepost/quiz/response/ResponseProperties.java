package io.guidepost.quiz.response;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of taking responses.
 *
 * @param responsesPerMinute how many responses a person's keys for single responses may send a minute; 1 at least
 */
@ConfigurationProperties("guidepost.quiz")
record ResponseProperties(@DefaultValue("600") int responsesPerMinute) {

    /** Checks the settings. */
    ResponseProperties {
        if (responsesPerMinute < 1) {
            throw new IllegalArgumentException("guidepost.quiz.responses-per-minute must be 1 at least");
        }
    }
}
