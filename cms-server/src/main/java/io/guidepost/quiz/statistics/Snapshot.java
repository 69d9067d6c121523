package io.guidepost.quiz.statistics;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Figures;
import io.guidepost.content.Provenance;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The statistics as they were at one time, small groups already suppressed. Figures in texts are resolved from it. */
public final class Snapshot implements Figures {

    private final int number;
    private final int quizVersion;
    private final SiteStatistics site;
    private final Map<String, String> parts;
    private final RoleSource source;
    private final FigureFormat format;

    /**
     * A snapshot.
     *
     * @param quizVersion the version of the quiz that it counts by
     * @param parts what identifies the figures of each role of the quiz, in its order
     * @param source where the figures of these roles are
     * @param format how figures read
     */
    Snapshot(int number, int quizVersion, SiteStatistics site, Map<String, String> parts, RoleSource source,
            FigureFormat format) {
        this.number = number;
        this.quizVersion = quizVersion;
        this.site = site;
        this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        this.source = source;
        this.format = format;
    }

    /** Where the statistics of roles are. */
    @FunctionalInterface
    interface RoleSource {

        /**
         * The statistics of some roles of the snapshot, by role, all of them.
         *
         * @throws UnknownSnapshotException if the snapshot was dropped meanwhile
         */
        Map<String, RoleStatistics> of(Collection<String> roles);
    }

    /** The snapshot that precedes all: nothing was counted, everything is suppressed. */
    public static Snapshot empty() {
        return new Snapshot(0, 0, new SiteStatistics(0, 0, true, Instant.EPOCH), Map.of(), roles -> Map.of(),
                FigureFormat.of("en"));
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
     * The version of the quiz that it counts by.
     *
     * @return counted from 1; 0 of the empty one
     */
    public int quizVersion() {
        return quizVersion;
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
        return parts.containsKey(key) ? Objects.requireNonNull(source.of(List.of(key)).get(key)) : unknown(key);
    }

    private RoleStatistics unknown(String role) {
        return RoleStatistics.suppressed(role, asOf(), counted("for " + role), List.of());
    }

    /** Whether a role was in the quiz then. */
    public boolean has(String role) {
        return parts.containsKey(role);
    }

    /**
     * The statistics of every role of the quiz.
     *
     * @return by role key, in the quiz's order; empty in snapshot 0
     */
    public Map<String, RoleStatistics> roles() {
        Map<String, RoleStatistics> found = source.of(parts.keySet());
        Map<String, RoleStatistics> roles = new LinkedHashMap<>();
        parts.keySet().forEach(role -> roles.put(role, Objects.requireNonNull(found.get(role))));
        return roles;
    }

    /**
     * The statistics of some roles of the quiz.
     *
     * @param wanted keys; those of roles that it does not have are passed over
     * @return by role key
     */
    public Map<String, RoleStatistics> roles(Collection<String> wanted) {
        return source.of(wanted.stream().filter(this::has).toList());
    }

    /**
     * The roles whose figures are others than they were, those that only one of the two snapshots has among them.
     *
     * @param before an earlier snapshot
     * @return their keys, sorted
     */
    public SortedSet<String> rolesChangedSince(Snapshot before) {
        SortedSet<String> changed = new TreeSet<>(before.parts.keySet());
        changed.addAll(parts.keySet());
        changed.removeIf(role -> has(role) && part(role).equals(before.part(role)));
        Map<String, RoleStatistics> now = source.of(changed.stream().filter(this::has).toList());
        Map<String, RoleStatistics> then = before.source.of(changed.stream().filter(before::has).toList());
        changed.removeIf(role -> now.getOrDefault(role, unknown(role)).hasFiguresOf(then.getOrDefault(role, before
                .unknown(role))));
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
        roles().forEach((key, role) -> {
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
     * @return such as {@code ai-specialist@12}, where 12 is the snapshot that counted them last, followed by the part that they are compared
     * with, if there is one
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

    /**
     * Where the figures over all takers come from.
     *
     * @return this snapshot, whatever site-wide figures it has
     */
    public Provenance provenance() {
        return counted("site");
    }

    /** Where figures come from that this very snapshot tells. */
    Provenance counted(String filter) {
        return new Provenance(number, quizVersion, filter);
    }

    /** How its figures read. */
    FigureFormat format() {
        return format;
    }

    /**
     * How a count reads, as in texts.
     *
     * @param count of respondents
     * @return such as {@code 3,214}
     */
    public String number(int count) {
        return format.number(count);
    }

    @Override
    public Figure resolve(FigureToken token, @Nullable String documentRole) {
        return new FigureReading(this, token, documentRole).figure();
    }
}
