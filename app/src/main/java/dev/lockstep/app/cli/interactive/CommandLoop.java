package dev.lockstep.app.cli.interactive;

import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.exit.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EOFError;

/** Runs line after line; a command that fails leaves the shell running. */
final class CommandLoop {
    private static final String PROGRAM = "lockstep";

    private final CommandRunner runner;
    private final ProcessEnvironment environment;
    private final Map<String, String> options;
    private final List<String> flags;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * Runs commands.
     *
     * @param options the options of the shell by name; each command takes those it does not have
     * @param flags the flags of the shell, such as {@code --json}; each command takes them too
     */
    CommandLoop(
            CommandRunner runner,
            ProcessEnvironment environment,
            Map<String, String> options,
            List<String> flags,
            PrintWriter out,
            PrintWriter err) {
        this.runner = runner;
        this.environment = environment;
        this.options = Map.copyOf(options);
        this.flags = List.copyOf(flags);
        this.out = out;
        this.err = err;
    }

    /** Returns the worst exit code of all commands. */
    ExitCode run(LineSource lines) throws IOException {
        ExitCode end = ExitCode.OK;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            List<String> words = words(line.get());
            if (words.isEmpty()) {
                continue;
            }
            if (words.size() == 1 && List.of("exit", "quit").contains(words.getFirst())) {
                return end;
            }
            end = end.or(command(words));
            // Ctrl-C may arrive when the command is over already.
            boolean _ = Thread.interrupted();
        }
        return end;
    }

    private ExitCode command(List<String> words) {
        return switch (words.getFirst()) {
            case "shell" -> {
                err.println("lockstep: this is the shell already");
                err.flush();
                yield ExitCode.USAGE;
            }
            case "help" -> run(helped(words));
            default -> run(words);
        };
    }

    /** "help order list" is "order list --help". */
    private static List<String> helped(List<String> words) {
        List<String> call = new ArrayList<>(words.subList(1, words.size()));
        call.add("--help");
        return call;
    }

    private ExitCode run(List<String> words) {
        List<String> call = new ArrayList<>(words);
        options.forEach((name, value) -> {
            if (words.stream()
                    .noneMatch(word -> word.equals(name) || word.startsWith(name + "="))) {
                call.add(name + "=" + value);
            }
        });
        flags.stream().filter(flag -> !words.contains(flag)).forEach(call::add);
        return code(runner.run(environment, call, out, err));
    }

    private static ExitCode code(int number) {
        for (ExitCode code : ExitCode.values()) {
            if (code.number() == number) {
                return code;
            }
        }
        return ExitCode.BUG;
    }

    /** A line may begin with the program's name, as in the documentation, or be a comment. */
    private List<String> words(String line) {
        if (line.isBlank() || line.strip().startsWith("#")) {
            return List.of();
        }
        try {
            List<String> words = LineParser.words(line);
            boolean named =
                    !words.isEmpty()
                            && (words.getFirst().equals(PROGRAM)
                                    || words.getFirst().equals("./" + PROGRAM));
            return named ? words.subList(1, words.size()) : words;
        } catch (EOFError unfinished) {
            err.println("lockstep: a quotation mark or the end of the line is missing");
            err.flush();
            return List.of();
        }
    }
}
