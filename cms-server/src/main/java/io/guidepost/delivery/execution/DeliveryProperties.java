package io.guidepost.delivery.execution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may ask for.
 *
 * @param maxDepth how deep its fields may be nested
 * @param maxComplexity how many values it may ask for, estimated before it is run and counted while it is answered
 * @param assumedListSize how long a list is taken to be where neither an argument nor the schema says
 * @param maxAnswerSize how many bytes the answer may have, counted while it is written
 * @param maxTokens how many tokens its document may have
 * @param maxCharacters how many characters its document may have
 */
@ConfigurationProperties("guidepost.delivery")
record DeliveryProperties(@DefaultValue("15") int maxDepth, @DefaultValue("50000") int maxComplexity,
        @DefaultValue("10") int assumedListSize, @DefaultValue("16MB") DataSize maxAnswerSize,
        @DefaultValue("5000") int maxTokens,
        @DefaultValue("100000") int maxCharacters) {}
