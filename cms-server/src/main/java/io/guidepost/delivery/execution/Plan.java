package io.guidepost.delivery.execution;

import java.util.ArrayList;
import java.util.List;

/**
 * How an operation is run.
 *
 * @param fields what it begins with
 */
record Plan(List<PlannedField> fields) {

    Plan {
        fields = List.copyOf(fields);
    }

    /** How many fields it has, at whatever depth. */
    int size() {
        return size(fields);
    }

    private static int size(List<PlannedField> fields) {
        int size = fields.size();
        for (PlannedField field : fields) {
            size += size(field.fields());
        }
        return size;
    }

    /**
     * How many values the operation asks for: each field one, or as many as it weighs, and what is below it as often as its list is long.
     *
     * @param ceiling beyond which nothing needs to be told apart
     */
    long complexity(Variables variables, long ceiling) {
        return complexity(fields, variables, ceiling);
    }

    private static long complexity(List<PlannedField> fields, Variables variables, long ceiling) {
        long sum = 0;
        for (PlannedField field : fields) {
            long below = field.fields().isEmpty() ? 0 : complexity(field.fields(), variables, ceiling);
            sum += field.weight() + (below == 0 ? 0 : below * field.listSize().of(field.inputs().of(variables)));
            if (sum > ceiling) {
                return ceiling;
            }
        }
        return sum;
    }

    /**
     * The editions that its fields name.
     *
     * @throws io.guidepost.delivery.edition.RefusedQueryException if what should name one does not
     */
    List<String> editions(Variables variables) {
        List<String> named = new ArrayList<>();
        for (PlannedField field : fields) {
            String edition = field.value() == null ? null : field.value().edition(field.inputs().of(variables));
            if (edition != null) {
                named.add(edition);
            }
        }
        return named;
    }
}
