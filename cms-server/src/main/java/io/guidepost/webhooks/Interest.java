package io.guidepost.webhooks;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a subscription wants to be told.
 *
 * @param events of which kinds; at least one
 * @param types of releases, only what happened to documents of these types; empty: of any
 * @param roles only what is about these roles of the quiz, by their keys; empty: about anything
 */
record Interest(Set<EventType> events, SortedSet<String> types, SortedSet<String> roles) {

    /** Copies the sets. */
    Interest {
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    boolean inType(String type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean inRole(String role) {
        return roles.isEmpty() || roles.contains(role);
    }
}
