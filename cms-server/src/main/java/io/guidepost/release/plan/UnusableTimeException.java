package io.guidepost.release.plan;

import java.time.ZoneOffset;
import java.util.List;

/** A time that nothing can be scheduled for. */
public final class UnusableTimeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient List<ZoneOffset> offsets;

    UnusableTimeException(Reason reason, String message, List<ZoneOffset> offsets) {
        super(message);
        this.reason = reason;
        this.offsets = List.copyOf(offsets);
    }

    UnusableTimeException(Reason reason, String message) {
        this(reason, message, List.of());
    }

    /** Why it cannot be used. */
    public enum Reason {
        /** It is not written as a time. */
        MALFORMED,
        /** Nobody knows the zone. */
        UNKNOWN_ZONE,
        /** It has neither a zone nor an offset. */
        NO_ZONE,
        /** The zone does not have the offset at that time. */
        WRONG_OFFSET,
        /** The clocks of the zone skip it. */
        SKIPPED,
        /** The clocks of the zone show it twice. */
        AMBIGUOUS,
        /** It is over. */
        PAST,
        /** It is too far away. */
        TOO_FAR
    }

    /** Why it cannot be used. */
    public Reason reason() {
        return reason;
    }

    /** The offsets that the zone has around that time, where the reason is about offsets. */
    public List<ZoneOffset> offsets() {
        return offsets;
    }
}
