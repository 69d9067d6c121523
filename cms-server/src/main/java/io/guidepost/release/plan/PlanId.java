package io.guidepost.release.plan;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.regex.Pattern;

/**
 * Names a planned release for good.
 *
 * @param value a UUID; later ones sort behind earlier ones
 */
public record PlanId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    /** Refuses what cannot be the id of any plan. */
    public PlanId {
        if (!FORM.matcher(value).matches()) {
            throw new UnknownPlanException(value);
        }
    }

    /** A new one. */
    static PlanId generated() {
        return new PlanId(GENERATOR.generate().toString());
    }
}
