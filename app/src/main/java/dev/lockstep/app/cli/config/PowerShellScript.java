package dev.lockstep.app.cli.config;

import dev.lockstep.app.cli.config.CompletionTree.Choice;
import dev.lockstep.app.cli.config.CompletionTree.Node;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The completion script for PowerShell 5 and newer. */
final class PowerShellScript {
    private static final String HEAD =
            """
            # Completions of @NAME@ for PowerShell: add ". <this file>" to the file that $PROFILE names.
            $@NAME@Words = @{
            """;
    private static final String TAIL =
            """
            }

            Register-ArgumentCompleter -Native -CommandName '@NAME@', '@NAME@.cmd' -ScriptBlock {
                param($word, $line, $cursor)
                $path = ''
                $before = ''
                foreach ($element in $line.CommandElements | Select-Object -Skip 1) {
                    if ($element.Extent.EndOffset -ge $cursor -and $word -ne '') { break }
                    $before = "$element"
                    $longer = "$path $element".Trim()
                    if ($@NAME@Words.ContainsKey($longer)) { $path = $longer }
                }
                $choices = $@NAME@Words[$path]
                $named = $choices | Where-Object { $_[0] -ceq $before }
                if ($named -and $named[2] -ne '') {
                    $choices = $named[2].Split(' ') | ForEach-Object { , @($_, $_, '') }
                }
                $choices | Where-Object { $_[0] -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
                }
            }\
            """;

    private PowerShellScript() {}

    static String of(String name, List<Node> nodes) {
        String table = nodes.stream().map(PowerShellScript::lines).collect(Collectors.joining());
        return (HEAD + table + TAIL).replace("@NAME@", name);
    }

    private static String lines(Node node) {
        return Stream.concat(node.commands().stream(), node.options().stream())
                .map(PowerShellScript::line)
                .collect(
                        Collectors.joining(
                                "", "    " + quoted(node.path()) + " = @(\n", "    )\n"));
    }

    /** The comma makes it a list of lists, also where there is one only. */
    private static String line(Choice choice) {
        return "        , @(%s, %s, %s)\n"
                .formatted(
                        quoted(choice.word()),
                        quoted(choice.text().isEmpty() ? choice.word() : choice.text()),
                        quoted(String.join(" ", choice.values())));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
