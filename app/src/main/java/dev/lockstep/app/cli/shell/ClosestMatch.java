package dev.lockstep.app.cli.shell;

import dev.lockstep.domain.value.Likeness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command or option that is nearest to a misspelt one. */
final class ClosestMatch {
    private ClosestMatch() {}

    /**
     * Returns a hint; empty if no name is near.
     *
     * @param called returns a command as the user would type it
     * @param all creates the tree of all commands
     */
    static Optional<String> words(
            UnmatchedArgumentException wrong,
            UnaryOperator<String> called,
            Supplier<CommandLine> all) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        String word = wrong.getUnmatched().getFirst();
        Optional<String> meant =
                word.startsWith("-") ? option(spec, word) : command(spec, word, called, all);
        return meant.map(name -> "Did you mean: " + name + "?");
    }

    private static Optional<String> option(CommandSpec spec, String word) {
        int value = word.indexOf('=');
        List<String> names =
                spec.optionsMap().keySet().stream().filter(name -> name.length() > 2).toList();
        String name = value < 0 ? word : word.substring(0, value);
        return names.stream()
                .filter(known -> known.startsWith(name + "-"))
                .findFirst()
                .or(() -> Likeness.near(name, names));
    }

    /**
     * Returns the nearest subcommand, else the nearest command elsewhere: "list" is "order list".
     */
    private static Optional<String> command(
            CommandSpec spec,
            String word,
            UnaryOperator<String> called,
            Supplier<CommandLine> all) {
        Map<String, String> here = new LinkedHashMap<>();
        spec.subcommands().values().forEach(line -> add(here, line, called));
        Map<String, String> elsewhere = new LinkedHashMap<>();
        addBelow(elsewhere, all.get(), called);
        return near(here, word).or(() -> near(elsewhere, word));
    }

    private static Optional<String> near(Map<String, String> byName, String word) {
        return Likeness.near(word, List.copyOf(byName.keySet())).map(byName::get);
    }

    private static void addBelow(
            Map<String, String> byName, CommandLine line, UnaryOperator<String> called) {
        for (CommandLine below : line.getSubcommands().values()) {
            add(byName, below, called);
            addBelow(byName, below, called);
        }
    }

    private static void add(
            Map<String, String> byName, CommandLine line, UnaryOperator<String> called) {
        if (!line.getCommandSpec().usageMessage().hidden()) {
            byName.putIfAbsent(line.getCommandName(), typed(line, called));
        }
    }

    /**
     * Returns a command as the user would type it: without the name of the program, then with it.
     */
    static String typed(CommandLine line, UnaryOperator<String> called) {
        String[] names = line.getCommandSpec().qualifiedName().split(" ", 2);
        return called.apply(names.length == 2 ? names[1] : "").strip();
    }
}
