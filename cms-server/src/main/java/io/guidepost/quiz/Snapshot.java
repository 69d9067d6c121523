package io.guidepost.quiz;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Figures;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The statistics as they were at one time, small groups already suppressed. Figures in texts are resolved from it. */
public final class Snapshot implements Figures {

    private final int number;
    private final SiteStatistics site;
    private final Map<String, RoleStatistics> roles;
    private final Map<String, String> parts;

    Snapshot(int number, SiteStatistics site, Map<String, RoleStatistics> roles, Map<String, String> parts) {
        this.number = number;
        this.site = site;
        this.roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        this.parts = Map.copyOf(parts);
    }

    /** The snapshot that precedes all: nothing was counted, everything is suppressed. */
    public static Snapshot empty() {
        return new Snapshot(0, new SiteStatistics(0, 0, true, Instant.EPOCH), Map.of(), Map.of());
    }

    /**
     * The number.
     *
     * @return counted from 1; 0 is the empty one
     */
    public int number() {
        return number;
    }

    /**
     * When it was taken.
     *
     * @return the instant the figures hold for
     */
    public Instant asOf() {
        return site.asOf();
    }

    /**
     * The statistics of one role.
     *
     * @param key of the role
     * @return its statistics; of a role that was not in the quiz then, suppressed ones
     */
    public RoleStatistics role(String key) {
        RoleStatistics statistics = roles.get(key);
        return statistics == null ? RoleStatistics.suppressed(key, asOf()) : statistics;
    }

    /**
     * The statistics of every role of the quiz.
     *
     * @return by role key, in the quiz's order; empty in snapshot 0
     */
    public Map<String, RoleStatistics> roles() {
        return roles;
    }

    /**
     * The roles whose figures are others than they were, those that only one of the two snapshots has among them.
     *
     * @param before an earlier snapshot
     * @return their keys, sorted
     */
    public SortedSet<String> rolesChangedSince(Snapshot before) {
        SortedSet<String> changed = new TreeSet<>(before.roles.keySet());
        changed.addAll(roles.keySet());
        changed.removeIf(role -> role(role).hasFiguresOf(before.role(role)));
        return changed;
    }

    /**
     * The roles that enough people of a background explore for figures to be shown.
     *
     * @param background key; of one that the quiz does not have, no roles
     * @return the roles' keys, sorted
     */
    public SortedSet<String> rolesOf(String background) {
        SortedSet<String> found = new TreeSet<>();
        roles.forEach((key, role) -> {
            if (role.byBackground().stream().anyMatch(group -> group.background().equals(background)
                    && !group.suppressed())) {
                found.add(key);
            }
        });
        return found;
    }

    /**
     * Identifies the figures of one role: two snapshots with the same part have the same figures of that role.
     *
     * @param role key
     * @return such as {@code ai-specialist@12}, where 12 is the snapshot that counted them last
     */
    public String part(String role) {
        return parts.getOrDefault(role, role + "@0");
    }

    /**
     * The statistics over all takers.
     *
     * @return site-wide figures
     */
    public SiteStatistics site() {
        return site;
    }

    @Override
    public Figure resolve(FigureToken token, @Nullable String documentRole) {
        return new FigureReading(this, token, documentRole).figure();
    }
}
