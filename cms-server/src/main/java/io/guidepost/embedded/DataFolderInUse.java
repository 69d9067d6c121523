package io.guidepost.embedded;

import java.nio.file.Path;

/** Another server has the data folder. */
final class DataFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param process the id of the process that has it, empty if it is not known */
    DataFolderInUse(Path folder, String process) {
        super("Another Guidepost server" + (process.isEmpty() ? "" : " (process " + process + ")")
                + " is using the data folder " + folder + ".");
    }
}
