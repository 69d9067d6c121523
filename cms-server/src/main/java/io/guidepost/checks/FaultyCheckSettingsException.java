package io.guidepost.checks;

import java.util.List;

/** The settings of the checks name what there is not. The message lists every fault. */
public final class FaultyCheckSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultyCheckSettingsException(List<String> faults) {
        super("The settings under guidepost.checks cannot be used:\n- " + String.join("\n- ", faults));
    }
}
