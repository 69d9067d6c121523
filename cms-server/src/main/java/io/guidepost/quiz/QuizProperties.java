package io.guidepost.quiz;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the statistics.
 *
 * @param suppressBelow groups of fewer respondents than this give no figure; 1 at least
 * @param poll how often to look whether another node took a snapshot
 */
@ConfigurationProperties("guidepost.quiz")
record QuizProperties(@DefaultValue("5") int suppressBelow, @DefaultValue("1s") Duration poll) {}
