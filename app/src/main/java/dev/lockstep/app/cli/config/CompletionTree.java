package dev.lockstep.app.cli.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands that a person can see, each with its words; no hidden command or option. */
final class CompletionTree {
    private CompletionTree() {}

    /** The command itself first, then those below it, parents before children. */
    static List<Node> of(CommandLine line) {
        List<Node> nodes = new ArrayList<>();
        add(nodes, line.getCommandSpec(), "");
        return List.copyOf(nodes);
    }

    private static void add(List<Node> nodes, CommandSpec spec, String path) {
        List<CommandSpec> below =
                spec.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(child -> !child.usageMessage().hidden())
                        .toList();
        List<Choice> commands =
                below.stream()
                        .map(child -> new Choice(child.name(), text(child), false, List.of()))
                        .toList();
        List<Choice> options =
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(CompletionTree::option)
                        .toList();
        nodes.add(new Node(path, commands, options));
        for (CommandSpec child : below) {
            add(nodes, child, (path + " " + child.name()).strip());
        }
    }

    private static Choice option(OptionSpec option) {
        List<String> values =
                option.completionCandidates() == null
                        ? List.of()
                        : StreamSupport.stream(option.completionCandidates().spliterator(), false)
                                .toList();
        return new Choice(
                option.longestName(),
                firstSentence(option.description()),
                option.arity().max() > 0,
                values);
    }

    private static String text(CommandSpec spec) {
        return firstSentence(spec.usageMessage().description());
    }

    private static String firstSentence(String... description) {
        String whole =
                Arrays.stream(description)
                        .map(part -> Ansi.OFF.string(part))
                        .reduce("", (left, right) -> (left + " " + right).strip())
                        .replace("%n", " ");
        int end = whole.indexOf(". ");
        String sentence = end < 0 ? whole : whole.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /**
     * A command.
     *
     * @param path its words after the program's name, empty for the program itself
     */
    record Node(String path, List<Choice> commands, List<Choice> options) {}

    /**
     * A word that can be written.
     *
     * @param word the subcommand, or the option with its dashes
     * @param text what it is for
     * @param takesValue whether a value follows
     * @param values the values that can follow, empty if any can
     */
    record Choice(String word, String text, boolean takesValue, List<String> values) {}
}
