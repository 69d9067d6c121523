package io.guidepost.web;

import org.springframework.boot.health.contributor.Status;

/** The status of what is away while the server answers all the same, if with less. */
public final class Degraded {

    /** As {@code application.yaml} orders it, and answers it with 200. */
    public static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}

    /** The same, with what is wrong, in sentences. */
    public static Status because(String wrong) {
        return new Status(STATUS.getCode(), wrong);
    }
}
