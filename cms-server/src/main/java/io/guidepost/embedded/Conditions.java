package io.guidepost.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a query says of single fields, as far as an index can tell it: each document that matches the query fulfils all of
 * it, not the other way round.
 */
final class Conditions {

    private final Comparator<@Nullable Object> order;
    private final Map<String, List<Object>> equal = new HashMap<>();
    private final Map<String, Object> least = new HashMap<>();
    private final Map<String, Object> most = new HashMap<>();

    /**
     * @param query a query of the wire protocol
     * @param order of values of one kind
     */
    Conditions(Document query, Comparator<@Nullable Object> order) {
        this.order = order;
        query.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof Collection<?> all) {
                all.stream().filter(Document.class::isInstance).map(one -> new Conditions((Document) one, order))
                        .forEach(this::add);
            } else if (!field.startsWith("$")) {
                add(field, condition);
            }
        });
    }

    private void add(Conditions others) {
        others.equal.forEach(equal::putIfAbsent);
        others.least.forEach((field, bound) -> addBound(least, field, bound, order));
        others.most.forEach((field, bound) -> addBound(most, field, bound, order.reversed()));
    }

    private void add(String field, Object condition) {
        if (isScalar(condition)) {
            equal.putIfAbsent(field, List.of(normalized(condition)));
        }
        if (condition instanceof Document operators) {
            operators.forEach((operator, operand) -> addOperator(field, operator, operand));
        }
    }

    private void addOperator(String field, String operator, Object operand) {
        switch (operator) {
            case "$eq" -> {
                if (isScalar(operand)) {
                    equal.putIfAbsent(field, List.of(normalized(operand)));
                }
            }
            case "$in" -> {
                if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isScalar)) {
                    equal.putIfAbsent(field, values.stream().map(Conditions::normalized).distinct().toList());
                }
            }
            case "$gt", "$gte" -> addBound(least, field, operand, order);
            case "$lt", "$lte" -> addBound(most, field, operand, order.reversed());
            default -> {}
        }
    }

    /** Of several bounds of a kind the tightest counts, which comes last in the order. */
    private static void addBound(Map<String, Object> bounds, String field, Object bound,
            Comparator<@Nullable Object> order) {
        if (isScalar(bound)) {
            bounds.merge(field, bound, (one, other) -> one.getClass() == other.getClass()
                    && order.compare(other, one) > 0 ? other : one);
        }
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean
                || value instanceof Instant || value instanceof ObjectId;
    }

    private static Object normalized(Object value) {
        return new KeyValue(value).normalized().get(0);
    }

    /** The values one of which the field, or an element of it, equals; as indexes have them. */
    Optional<List<Object>> equal(String field) {
        return Optional.ofNullable(equal.get(field));
    }

    /** What the field, or an element of it, is not less than. */
    Optional<Object> least(String field) {
        return Optional.ofNullable(least.get(field));
    }

    /** What the field, or an element of it, is not more than. */
    Optional<Object> most(String field) {
        return Optional.ofNullable(most.get(field));
    }
}
