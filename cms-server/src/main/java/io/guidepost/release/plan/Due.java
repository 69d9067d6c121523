package io.guidepost.release.plan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a plan is due: an instant, and the zone that it was entered in, to be shown in. The instant counts, also if the rules of the
 * zone should change.
 *
 * @param at in whole milliseconds
 * @param zone a region such as {@code Europe/Berlin}, or an offset
 */
public record Due(Instant at, ZoneId zone) {

    private static final int FARTHEST_YEARS = 10;

    /**
     * Reads a time as a person enters it.
     *
     * @param text a local time with a zone, {@code 2026-12-01T09:00}, or one with an offset, {@code 2026-12-01T09:00+01:00}, which
     *            needs none; with both, the zone must have that offset then
     * @param zone a region of the time zone database, or an offset; null: the offset of the text
     * @param now what is over by now is refused
     * @throws UnusableTimeException if it is not one instant, or not one to come
     */
    static Due parse(String text, @Nullable String zone, Instant now) {
        ZoneId region = zone == null ? null : zone(zone);
        ZonedDateTime time = switch (time(text)) {
            case OffsetDateTime fixed -> inZone(fixed, region == null ? fixed.getOffset() : region);
            case LocalDateTime local when region != null -> inZone(local, region);
            case TemporalAccessor _ -> throw new UnusableTimeException(UnusableTimeException.Reason.NO_ZONE,
                    "“" + text + "” needs a zone, such as Europe/Berlin, or an offset, such as +01:00.");
        };
        Instant at = time.toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (!at.isAfter(now)) {
            throw new UnusableTimeException(UnusableTimeException.Reason.PAST,
                    time.toOffsetDateTime() + " is over; it is " + now.truncatedTo(ChronoUnit.SECONDS) + ".");
        }
        if (time.isAfter(now.atZone(time.getZone()).plusYears(FARTHEST_YEARS))) {
            throw new UnusableTimeException(UnusableTimeException.Reason.TOO_FAR,
                    "A release is scheduled for a time within " + FARTHEST_YEARS + " years.");
        }
        return new Due(at, time.getZone());
    }

    /** The same instant on the clocks of its zone. */
    ZonedDateTime local() {
        return at.atZone(zone);
    }

    private static TemporalAccessor time(String text) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeParseException malformed) {
            throw new UnusableTimeException(UnusableTimeException.Reason.MALFORMED,
                    "A time is written as 2026-12-01T09:00, with a zone beside it, or as 2026-12-01T09:00+01:00.");
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new UnusableTimeException(UnusableTimeException.Reason.UNKNOWN_ZONE,
                    "A zone is a region of the time zone database, such as Europe/Berlin, or an offset, such as +01:00.");
        }
    }

    private static ZonedDateTime inZone(OffsetDateTime fixed, ZoneId zone) {
        LocalDateTime local = fixed.toLocalDateTime();
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        if (!valid.contains(fixed.getOffset())) {
            if (valid.isEmpty()) {
                throw skipped(local, zone);
            }
            throw new UnusableTimeException(UnusableTimeException.Reason.WRONG_OFFSET, "At " + local + " the offset of "
                    + zone + " is " + joined(valid) + ", not " + fixed.getOffset() + ".", valid);
        }
        return ZonedDateTime.ofStrict(local, fixed.getOffset(), zone);
    }

    private static ZonedDateTime inZone(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        return switch (valid.size()) {
            case 0 -> throw skipped(local, zone);
            case 1 -> ZonedDateTime.ofStrict(local, valid.getFirst(), zone);
            default -> throw new UnusableTimeException(UnusableTimeException.Reason.AMBIGUOUS,
                    "The clocks in " + zone + " show " + local + " twice; add the offset that is meant, "
                            + joined(valid) + ": " + local + valid.getFirst() + " is the earlier one.",
                    valid);
        };
    }

    private static UnusableTimeException skipped(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        List<ZoneOffset> around = List.of(gap.getOffsetBefore(), gap.getOffsetAfter());
        return new UnusableTimeException(UnusableTimeException.Reason.SKIPPED,
                "The clocks in " + zone + " never show " + local + ": they go from " + gap.getDateTimeBefore() + " ("
                        + gap.getOffsetBefore() + ") to " + gap.getDateTimeAfter() + " (" + gap.getOffsetAfter()
                        + "). Choose a time before or after that.",
                around);
    }

    private static String joined(List<ZoneOffset> offsets) {
        return String.join(" or ", offsets.stream().map(ZoneOffset::toString).toList());
    }
}
