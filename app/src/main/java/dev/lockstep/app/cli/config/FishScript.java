package dev.lockstep.app.cli.config;

import dev.lockstep.app.cli.config.CompletionTree.Choice;
import dev.lockstep.app.cli.config.CompletionTree.Node;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for fish. */
final class FishScript {
    private static final String HEAD =
            """
            # Completions of @NAME@ for fish: save as ~/.config/fish/completions/@NAME@.fish
            set -g __@NAME@_commands @PATHS@

            # Prints the command that the words before the cursor name, without the program's name.
            function __@NAME@_path
                set -l path
                for word in (commandline -opc)[2..-1]
                    set -l longer (string join ' ' -- $path $word)
                    if contains -- "$longer" $__@NAME@_commands
                        set path $longer
                    end
                end
                string join ' ' -- $path
            end

            function __@NAME@_at
                set -l path (__@NAME@_path)
                test "$path" = "$argv[1]"
            end

            """;

    private FishScript() {}

    static String of(String name, List<Node> nodes) {
        String paths =
                nodes.stream()
                        .map(Node::path)
                        .filter(path -> !path.isEmpty())
                        .map(FishScript::quoted)
                        .collect(Collectors.joining(" "));
        String lines = nodes.stream().map(node -> lines(name, node)).collect(Collectors.joining());
        return HEAD.replace("@PATHS@", paths).replace("@NAME@", name) + lines;
    }

    private static String lines(String name, Node node) {
        String start =
                "complete -c %s -n %s"
                        .formatted(name, quoted("__%s_at %s".formatted(name, quoted(node.path()))));
        StringBuilder lines = new StringBuilder();
        for (Choice command : node.commands()) {
            lines.append(start)
                    .append(" -f -a ")
                    .append(quoted(command.word()))
                    .append(text(command));
        }
        for (Choice option : node.options()) {
            lines.append(start)
                    .append(flag(option.word()))
                    .append(value(option))
                    .append(text(option));
        }
        return lines.toString();
    }

    private static String flag(String word) {
        return word.startsWith("--") ? " -l " + word.substring(2) : " -s " + word.substring(1);
    }

    /** Files are offered where any value can follow. */
    private static String value(Choice option) {
        if (!option.takesValue()) {
            return " -f";
        }
        return option.values().isEmpty()
                ? " -r"
                : " -x -a " + quoted(String.join(" ", option.values()));
    }

    private static String text(Choice choice) {
        return " -d " + quoted(choice.text()) + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
