package dev.lockstep.app.cli.interactive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes commands, options and the values that options and parameters take. */
final class CommandCompleter implements Completer {
    private final CommandSpec root;
    private final Suggestions suggestions;

    CommandCompleter(CommandLine tree, Suggestions suggestions) {
        this.root = tree.getCommandSpec();
        this.suggestions = suggestions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, line.wordIndex());
        String word = line.word().substring(0, line.wordCursor());
        CommandSpec command = command(before);
        Optional<OptionSpec> open = openOption(command, before);
        if (open.isPresent()) {
            addValues(open.get(), candidates);
        } else if (word.startsWith("-")) {
            addOptions(command, before, candidates);
        } else {
            addCommands(command, candidates);
            for (PositionalParamSpec parameter : command.positionalParameters()) {
                addValues(parameter, candidates);
            }
        }
    }

    private CommandSpec command(List<String> words) {
        CommandSpec command = root;
        for (String word : words) {
            CommandLine below = command.subcommands().get(word);
            if (below != null) {
                command = below.getCommandSpec();
            }
        }
        return command;
    }

    /** The option that the word at the cursor is the value of. */
    private static Optional<OptionSpec> openOption(CommandSpec command, List<String> before) {
        return before.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(command.optionsMap().get(before.getLast()))
                        .filter(option -> option.arity().max() > 0);
    }

    private void addCommands(CommandSpec command, List<Candidate> candidates) {
        command.subcommands()
                .forEach((name, below) -> {
                    if (!below.getCommandSpec().usageMessage().hidden()) {
                        candidates.add(
                                candidate(name, description(below.getCommandSpec()), "commands"));
                    }
                });
    }

    private static void addOptions(
            CommandSpec command, List<String> before, List<Candidate> candidates) {
        for (OptionSpec option : command.options()) {
            if (!option.hidden() && !before.contains(option.longestName())) {
                candidates.add(
                        candidate(option.longestName(), first(option.description()), "options"));
            }
        }
    }

    private void addValues(ArgSpec argument, List<Candidate> candidates) {
        Iterable<String> fixed = argument.completionCandidates();
        if (fixed != null) {
            fixed.forEach(value -> candidates.add(candidate(value, "", "values")));
            return;
        }
        switch (argument.paramLabel()) {
            case "ORDER" -> addOrders(candidates);
            case "SYMBOL" ->
                    suggestions
                            .symbols()
                            .forEach(symbol -> candidates.add(candidate(symbol, "", "symbols")));
            default -> {
                // Nothing is known of its values.
            }
        }
    }

    private void addOrders(List<Candidate> candidates) {
        candidates.add(candidate("last", "the newest order", "orders"));
        for (Map.Entry<String, String> order : suggestions.orders().entrySet()) {
            candidates.add(candidate(order.getKey(), order.getValue(), "orders"));
        }
    }

    private static String description(CommandSpec command) {
        return first(command.usageMessage().description());
    }

    private static String first(String[] lines) {
        return Arrays.stream(lines).findFirst().orElse("");
    }

    private static Candidate candidate(String value, String description, String group) {
        return new Candidate(value, value, group, description, null, null, true);
    }
}
