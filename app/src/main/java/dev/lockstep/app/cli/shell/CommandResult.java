package dev.lockstep.app.cli.shell;

import dev.lockstep.app.exit.ExitCode;
import java.util.List;

/**
 * The result of one step of a command.
 *
 * @param view the result as it is shown
 * @param code the exit code of a command with this step only
 * @param <V> the view
 */
public record CommandResult<V>(V view, ExitCode code) {
    /** Returns the views. */
    public static <V> List<V> views(List<CommandResult<V>> results) {
        return results.stream().map(CommandResult::view).toList();
    }

    /** Returns the most severe exit code. */
    public static <V> ExitCode code(List<CommandResult<V>> results) {
        return results.stream().map(CommandResult::code).reduce(ExitCode.OK, ExitCode::or);
    }
}
