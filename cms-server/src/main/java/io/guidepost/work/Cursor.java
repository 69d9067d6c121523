package io.guidepost.work;

import io.guidepost.web.MalformedQueryException;
import io.guidepost.work.WorkIndex.Hit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Where a page of work ended. How well an item fits changes whenever others do, so by relevance it is how many items came before.
 *
 * @param order what the list is sorted by
 * @param ascending in which direction
 * @param value what the last item is sorted by: a Long, a String for titles; for relevance how many there were until then, a Long as well
 * @param id the last item; empty for relevance
 */
record Cursor(WorkOrder order, boolean ascending, Object value, String id) {

    /** So many items can be paged through by relevance. */
    static final int MOST_RELEVANT = 10_000;
    private static final int LONGEST = 4_000;

    /** Where a page ended that is not empty. */
    static Cursor behind(WorkQuery query, List<Hit> page) {
        Hit last = page.getLast();
        return query.order() == WorkOrder.RELEVANCE
                ? new Cursor(query.order(), query.ascending(), (long) query.from() + page.size(), "")
                : new Cursor(query.order(), query.ascending(), last.value(), last.item().id());
    }

    /** As clients get it; they are not to look into it. */
    String text() {
        ArrayNode form = JsonMapper.shared().createArrayNode().add(order.name()).add(ascending).addPOJO(value).add(id);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsString(form).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what a client sent back.
     *
     * @throws MalformedQueryException if it was not given to clients, or for a list in another order
     */
    static Cursor read(String text, WorkOrder order, boolean ascending) {
        JsonNode form = form(text);
        if (!form.isArray() || form.size() != 4 || !form.get(0).isString() || !form.get(1).isBoolean()
                || !form.get(3).isString()) {
            throw malformed();
        }
        if (!form.get(0).stringValue().equals(order.name()) || form.get(1).booleanValue() != ascending) {
            throw new MalformedQueryException("“after” is of a list in another order.");
        }
        String id = form.get(3).stringValue();
        if (id.isEmpty() != (order == WorkOrder.RELEVANCE)) {
            throw malformed();
        }
        return new Cursor(order, ascending, value(order, form.get(2)), id);
    }

    private static JsonNode form(String text) {
        if (text.length() > LONGEST) {
            throw malformed();
        }
        try {
            return JsonMapper.shared()
                    .readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException malformed) {
            throw malformed();
        }
    }

    private static Object value(WorkOrder order, JsonNode value) {
        return switch (order) {
            case CHANGED, CREATED, SUBMITTED -> {
                if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                    throw malformed();
                }
                yield value.longValue();
            }
            case RELEVANCE -> {
                if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
                    throw malformed();
                }
                if (value.intValue() >= MOST_RELEVANT) {
                    throw new MalformedQueryException("By relevance the first " + MOST_RELEVANT
                            + " can be paged through: ask for less, or sort by something else.");
                }
                yield value.longValue();
            }
            case TITLE -> {
                if (!value.isString()) {
                    throw malformed();
                }
                yield value.stringValue();
            }
        };
    }

    private static MalformedQueryException malformed() {
        return new MalformedQueryException("“after” must be the “next” of a page before.");
    }
}
