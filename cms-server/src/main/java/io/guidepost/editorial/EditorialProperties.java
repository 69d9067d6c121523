package io.guidepost.editorial;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How editors work together.
 *
 * @param selfApproval whether authors may approve what they wrote themselves
 * @param approvals how many approvals a document needs, by the name of its type; one where a type is not named
 * @param autosaveWindow how long a run of autosaves by one person counts as one version of the history
 * @param keepAutosaves how long the versions within such a run can still be read and merged with
 * @param trashRetention how long a deleted document can be taken back
 */
@ConfigurationProperties("guidepost.editorial")
public record EditorialProperties(@DefaultValue("false") boolean selfApproval,
        @DefaultValue Map<String, Integer> approvals,
        @DefaultValue("10m") Duration autosaveWindow, @DefaultValue("1d") Duration keepAutosaves,
        @DefaultValue("30d") Duration trashRetention) {

    /** Copies the map and refuses numbers that make no sense. */
    public EditorialProperties {
        approvals = Map.copyOf(approvals);
        approvals.forEach((type, needed) -> {
            if (needed < 1 || needed > 10) {
                throw new IllegalArgumentException(
                        "guidepost.editorial.approvals." + type + " must lie between 1 and 10, not be " + needed + ".");
            }
        });
    }

    /** How many approvals a document of a type needs. */
    public int approvals(String type) {
        return approvals.getOrDefault(type, 1);
    }
}
