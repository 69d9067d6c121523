package io.guidepost.embedded;

import java.nio.file.Path;

/** Another server has the data folder. */
final class DataFolderInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param process the id of the process that has it, empty if it is not known */
    DataFolderInUseException(Path folder, String process) {
        super("Another Guidepost server" + (process.isEmpty() ? "" : " (process " + process + ")")
                + " is using the data folder " + folder + ".");
    }
}
