package dev.lockstep.app.cli.shell;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Error messages for wrong options and arguments, in the form of every other wrong value. */
public final class WrongValue {
    /** The range that the help text of an option names, such as "1 to 1000". */
    private static final Pattern RANGE = Pattern.compile("\\b\\d+ to \\d+\\b");

    /** A number below zero, with or without a unit. */
    private static final Pattern NEGATIVE = Pattern.compile("-\\.?\\d.*");

    private WrongValue() {}

    /** Returns what is wrong with a call and what is allowed. */
    static String text(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing);
        }
        return Optional.ofNullable(wrong.getArgSpec())
                .filter(_ -> wrong.getValue() != null)
                .map(argument -> text(argument, String.valueOf(wrong.getValue())))
                .orElseGet(() -> String.valueOf(wrong.getMessage()));
    }

    /** Returns the error of a command that is called without one of its subcommands. */
    public static ParameterException missingCommand(CommandSpec spec) {
        return new ParameterException(
                spec.commandLine(),
                spec.parent() == null
                        ? "no command is named; the commands are:\n" + CommandGroup.lines()
                        : "command: missing (expected: " + commands(spec) + ")");
    }

    private static String unmatched(UnmatchedArgumentException wrong) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        String first = wrong.getUnmatched().getFirst();
        if (wrong.isUnknownOption()) {
            return "unknown option: " + first;
        }
        return spec.subcommands().isEmpty()
                ? "unexpected argument: " + first + " (expected: " + arguments(spec) + ")"
                : "unknown command: "
                        + first
                        + (spec.parent() == null
                                ? "; the commands are:\n" + CommandGroup.lines()
                                : " (expected: " + commands(spec) + ")");
    }

    /** A value such as {@code -5%} was taken for an option, so that its parameter has none. */
    private static String missing(MissingParameterException wrong) {
        return wrong.getCommandLine().getUnmatchedArguments().stream()
                .filter(word -> NEGATIVE.matcher(word).matches())
                .findFirst()
                .map(word ->
                        new InvalidValueException(
                                name(wrong.getMissing().getFirst()),
                                word,
                                "a value that does not begin with '-'"))
                .map(value -> String.valueOf(value.getMessage()))
                .orElseGet(() -> String.valueOf(wrong.getMessage()));
    }

    private static String arguments(CommandSpec spec) {
        String labels =
                spec.positionalParameters().stream()
                        .map(ArgSpec::paramLabel)
                        .collect(Collectors.joining(" "));
        return labels.isEmpty()
                ? "no arguments after " + spec.qualifiedName()
                : "only " + labels + " after " + spec.qualifiedName();
    }

    private static String commands(CommandSpec spec) {
        return spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(CommandSpec::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String text(ArgSpec argument, String value) {
        Class<?> type = argument.auxiliaryTypes()[0];
        return String.valueOf(
                new InvalidValueException(
                                name(argument), shown(value), expected(type) + range(argument))
                        .getMessage());
    }

    private static String range(ArgSpec argument) {
        return RANGE.matcher(String.join(" ", argument.description()))
                .results()
                .findFirst()
                .map(range -> ", " + range.group())
                .orElse("");
    }

    /** Returns a converter for paths; rejects a blank one, which would mean the current folder. */
    public static ITypeConverter<Path> paths() {
        return text -> {
            if (text.isBlank()) {
                throw new TypeConversionException("blank");
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel();
    }

    private static String shown(String value) {
        return value.isBlank() ? "empty" : value;
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Enum.class::cast)
                    .map(ShownValue::of)
                    .collect(Collectors.joining(", "));
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "a whole number";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        if (type == Path.class) {
            return "a file or folder";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-01-31";
        }
        return type == URI.class ? "an address" : "another value";
    }
}
