package io.guidepost.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what an operation of a controller does, for good: whatever is recorded about it is found by this name. Every
 * operation under {@code /api} that is no GET has one, unless it is a {@link Query}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {

    /** What a name looks like, as a regular expression: {@code documents.request-changes}. */
    String FORM = "[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+";

    /** The name: what is acted on, a dot, what is done to it. */
    String value();
}
