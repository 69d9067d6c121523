package io.guidepost.quiz.response;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of taking responses.
 *
 * @param responsesPerMinute how many responses a person's keys for single responses may send a minute; 1 at least
 * @param responsesPerMinuteAndAddress how many of them may come from one address; 1 at least
 */
@ConfigurationProperties("guidepost.quiz")
record ResponseProperties(@DefaultValue("600") int responsesPerMinute,
        @DefaultValue("60") int responsesPerMinuteAndAddress) {

    /** Checks the settings. */
    ResponseProperties {
        require(responsesPerMinute, "responses-per-minute");
        require(responsesPerMinuteAndAddress, "responses-per-minute-and-address");
    }

    private static void require(int number, String setting) {
        if (number < 1) {
            throw new IllegalArgumentException("guidepost.quiz." + setting + " must be 1 at least");
        }
    }
}
