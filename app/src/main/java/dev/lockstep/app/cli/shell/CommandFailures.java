package dev.lockstep.app.cli.shell;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints the failure of a command in one line, never as a stack trace. */
public final class CommandFailures {
    private CommandFailures() {}

    /**
     * Prints what is wrong with a call.
     *
     * @param called returns a command as the user would type it
     * @param all creates the tree of all commands
     */
    public static int wrongUsage(
            ParameterException wrong,
            UnaryOperator<String> called,
            ColorScheme colors,
            Supplier<CommandLine> all) {
        CommandLine command = wrong.getCommandLine();
        command.setColorScheme(colors);
        PrintWriter err = command.getErr();
        say(command, WrongValue.text(wrong));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            ClosestMatch.words(unmatched, called, all).ifPresent(err::println);
        }
        err.println("Try: " + ClosestMatch.typed(command, called) + " --help");
        err.flush();
        return ExitCode.USAGE.number();
    }

    public static int failed(Exception failure, CommandLine command, boolean verbose) {
        ExitCode code =
                switch (failure) {
                    case CommandEnd end -> end.code();
                    case InvalidValueException _ -> ExitCode.USAGE;
                    case RepositoryException _ -> ExitCode.STORE;
                    case InterruptedException _ -> ExitCode.NO;
                    default -> ExitCode.BUG;
                };
        say(command, text(failure, code));
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return code.number();
    }

    private static String text(Exception failure, ExitCode code) {
        if (failure instanceof InterruptedException) {
            return "interrupted";
        }
        return code == ExitCode.BUG
                ? "internal error: " + failure + " (--verbose prints the stack trace)"
                : String.valueOf(failure.getMessage());
    }

    private static void say(CommandLine command, String text) {
        command.getErr()
                .println(command.getColorScheme().errorText("lockstep: " + text).toString());
    }
}
