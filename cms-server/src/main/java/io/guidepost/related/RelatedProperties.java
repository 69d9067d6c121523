package io.guidepost.related;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How related careers are found.
 *
 * @param index the alias of the index of live guides
 * @param weights how much each part counts
 * @param embeddings the vectors of guides
 */
@ConfigurationProperties("guidepost.related")
record RelatedProperties(@DefaultValue("guidepost-guides") String index, @DefaultValue Weights weights,
        @DefaultValue Embeddings embeddings) {

    /**
     * How much each part counts. A part that counts 0 is not asked for.
     *
     * @param text the weight of the words that guides share
     * @param vectors the weight of how close the meanings of their paragraphs are
     * @param skills the weight of the skills that guides share
     * @param coInterest the weight of how many quiz takers explore both roles
     */
    record Weights(@DefaultValue("1") double text, @DefaultValue("160") double vectors,
            @DefaultValue("3") double skills, @DefaultValue("20") double coInterest) {

        Weights {
            require("text", text);
            require("vectors", vectors);
            require("skills", skills);
            require("co-interest", coInterest);
        }

        private static void require(String name, double weight) {
            if (!(weight >= 0 && weight <= 1_000_000)) {
                throw new IllegalArgumentException(
                        "guidepost.related.weights." + name + " must lie between 0 and 1000000, not be " + weight);
            }
        }
    }

    /**
     * The vectors of guides.
     *
     * @param enabled whether there are any
     */
    record Embeddings(@DefaultValue("true") boolean enabled) {}
}
