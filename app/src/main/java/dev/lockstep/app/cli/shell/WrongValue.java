package dev.lockstep.app.cli.shell;

import dev.lockstep.app.view.OrderView;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Says that an option's value is not of its kind as every other wrong value is told. */
public final class WrongValue {
    private WrongValue() {}

    /** What is wrong with how a command was called. */
    static String text(ParameterException wrong) {
        return Optional.ofNullable(wrong.getArgSpec())
                .filter(_ -> wrong.getValue() != null)
                .map(argument -> text(argument, String.valueOf(wrong.getValue())))
                .orElseGet(() -> String.valueOf(wrong.getMessage()));
    }

    private static String text(ArgSpec argument, String value) {
        Class<?> type = argument.auxiliaryTypes()[0];
        return String.valueOf(
                new InvalidValueException(name(argument), shown(value), expected(type))
                        .getMessage());
    }

    /** Reads a path; a blank one would be the folder that the user happens to be in. */
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
                    .map(OrderView::word)
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
        return type == URI.class ? "an address" : "something else";
    }
}
