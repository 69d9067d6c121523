package io.guidepost.notifications;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a notification is about. */
public enum NotificationKind {

    /** You are asked to review a document. */
    REVIEW_REQUESTED("Review asked", true),
    /** You need not review a document any more. */
    REVIEW_WITHDRAWN("Review not needed", false),
    /** A reviewer wants a document of yours changed. */
    CHANGES_REQUESTED("Changes asked", true),
    /** A document of yours is approved. */
    APPROVED("Approved", false),
    /** A document of yours has one approval more, and needs others. */
    APPROVAL_GIVEN("Approval given", false),
    /** What you had approved has changed. */
    APPROVAL_VOIDED("Approval void", true),
    /** A document that you wrote or review was put into the trash. */
    TRASHED("In the trash", false),
    /** Documents of yours went live. */
    PUBLISHED("Live", false),
    /** Documents of yours are live no more. */
    WITHDRAWN("Withdrawn", false),
    /** A release that you prepared or scheduled will not be made as things stand. */
    PLAN_AT_RISK("Release at risk", true),
    /** A release that you prepared or scheduled was not made when it was due. */
    PLAN_HELD("Release held", true),
    /** A release that you prepared or scheduled was made. */
    PLAN_RELEASED("Released", false),
    /** Somebody named you in a comment. */
    MENTIONED("You are mentioned", true),
    /** Somebody commented on a document of yours. */
    COMMENTED("Comment", false),
    /** Somebody replied where you had commented. */
    REPLIED("Reply", false),
    /** Somebody resolved a thread in which you had commented. */
    COMMENT_RESOLVED("Comment resolved", false),
    /** Something that a document of yours rests on is amiss. */
    REVIEW_TASK("Please look", true);

    private final String heading;
    private final boolean asksForAction;

    NotificationKind(String heading, boolean asksForAction) {
        this.heading = heading;
        this.asksForAction = asksForAction;
    }

    /** What the subject of an e-mail begins with. */
    String heading() {
        return heading;
    }

    /** The kind as it is stored and written in JSON: {@code review-requested}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word; empty: there is none. */
    static Optional<NotificationKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The kinds that ask for something to be done: those sent by e-mail unless somebody chooses otherwise. */
    static Set<NotificationKind> askingForAction() {
        return EnumSet.allOf(NotificationKind.class).stream().filter(kind -> kind.asksForAction)
                .collect(Collectors.toUnmodifiableSet());
    }
}
