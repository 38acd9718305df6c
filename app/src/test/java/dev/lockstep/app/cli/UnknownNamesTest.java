package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.exit.ExitCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A name that nothing has ends every command with the same exit code. */
class UnknownNamesTest {
    /** The labels of parameters that name something that exists. */
    private static final Set<String> LABELS =
            Set.of("ORDER", "BROKER_ID", "NAME", "CHANNEL", "NUMBER", "SYMBOL", "SEARCH");

    /** These give a new name, or take the name of a limit, which is a keyword. */
    private static final Set<String> OTHER =
            Set.of("keys add", "hooks add", "risk set", "risk clear");

    private static final String[] CALLS = {
        "order show nothing | no order nothing",
        "order show 01a2 | no order 01a2; the beginning of an id has 8 or more characters",
        "order show last | there are no orders",
        "order replace nothing --qty 3 | no order nothing",
        "order cancel nothing | no order nothing",
        "order cancel nothing --dry-run | no order nothing",
        "order adopt nothing | no such order",
        "order adopt nothing --dry-run | no such order",
        "order adopt 6fb0e6a4-0000-4000-8000-000000000000 | no such order at the broker",
        "order submit --symbol AAPL --side sell --qty 1 --after nothing | no order nothing",
        "order submit --symbol ZZZZ --side buy --qty 1 | ZZZZ",
        "replay nothing | no order nothing",
        "close ZZZZ | there is no such position",
        "reverse ZZZZ | there is no such position",
        "reverse ZZZZ --dry-run | there is no such position",
        "close AAPL --strategy nothing | strategy: nothing",
        "close AAPL --strategy nothing --dry-run | strategy: nothing",
        "close --all --strategy nothing | strategy: nothing",
        "quote ZZZZ | the broker does not have ZZZZ",
        "bars ZZZZ | the broker does not have ZZZZ",
        "assets zzzzzz | zzzzzz",
        "incidents acknowledge 99 --reason x | 99",
        "incidents close 99 --reason x | 99",
        "keys rotate nothing | No valid key is named nothing",
        "keys revoke nothing | No valid key is named nothing",
        "hooks rotate nothing | No valid hook is named nothing",
        "hooks revoke nothing | No valid hook is named nothing",
        "notify test nothing | no channel nothing",
        "strategy pause nothing | strategy: nothing",
        "strategy resume nothing | strategy: nothing",
        "risk clear max-order-value --strategy nothing | strategy: nothing"
    };

    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    static Stream<String> calls() {
        return Arrays.stream(CALLS);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_unknown_name_is_a_negative_result_that_names_it(String call) {
        String[] parts = call.split(" \\| ", -1);
        exchange.run("account");
        if (!parts[1].contains("no orders")) {
            assertThat(exchange.run("order submit --symbol F --side buy --qty 1").code()).isZero();
        } else {
            exchange.run("risk set max-open-orders 9");
        }

        CliFixture.Ran ran = exchange.run(parts[0]);

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.NO.number());
        assertThat(ran.out() + ran.err()).contains(parts[1]);
    }

    @Test
    void every_command_that_takes_a_name_is_among_them() {
        assertThat(
                        CommandTreeTest.commands()
                                .map(pair -> (CommandLine) pair[1])
                                .filter(UnknownNamesTest::takesName)
                                .map(line ->
                                        line.getCommandSpec()
                                                .qualifiedName()
                                                .replaceFirst("^lockstep ", ""))
                                .filter(name -> !OTHER.contains(name)))
                .allSatisfy(
                        name -> assertThat(CALLS).anyMatch(call -> call.startsWith(name + " ")));
    }

    private static boolean takesName(CommandLine line) {
        return line.getCommandSpec().positionalParameters().stream()
                .anyMatch(parameter -> LABELS.contains(parameter.paramLabel()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risk set nothing 5",
                "risk clear nothing",
                "order list --status nothing",
                "audit list --kind nothing",
                "export nothing",
                "completion nothing"
            })
    void a_keyword_that_is_not_in_its_list_is_invalid_input(String call) {
        assertThat(exchange.run(call).code()).isEqualTo(ExitCode.USAGE.number());
    }
}
