package io.guidepost.transfer.command;

import java.io.PrintWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * The commands of the server's jar that are no server: {@code export} and {@code import}. They exit with 0 if all is well, with 1 if
 * documents conflict or are invalid, and with 2 if the command line is wrong or the server cannot be spoken to.
 */
@Command(name = "guidepost-server", description = "Brings content out of a running server, and into it. Without a command, the server starts.", subcommands = {
    ExportCommand.class,
    ImportCommand.class}, mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(export | import)")
public final class TransferCommands {

    private static final Set<String> NAMES = Set.of("export", "import", "help", "--help", "-h");
    static final int INCOMPLETE = 1;

    private TransferCommands() {}

    /**
     * Whether a command line asks for a command rather than for the server.
     *
     * @param arguments of the process
     */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /**
     * Runs a command; the token is taken from the environment.
     *
     * @param out for what was done; null: the process's own
     * @param err for progress and for what went wrong; null: the process's own
     * @param arguments of the process
     * @return the exit code
     */
    public static int run(@Nullable PrintWriter out, @Nullable PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new TransferCommands());
        if (out != null) {
            line.setOut(out);
        }
        if (err != null) {
            line.setErr(err);
        }
        return line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailedException) {
                command.getErr().println(failure.getMessage());
                command.getErr().flush();
                return ExitCode.USAGE;
            }
            throw failure;
        }).execute(arguments);
    }
}
