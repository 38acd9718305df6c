package dev.lockstep.app.cli.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.CliFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tab offers at each place of a line. */
class CommandCompleterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                              | order,setup,quote          | --json
                    ord                             | order                      | id-1
                    order s                         | submit,show                | setup
                    order show                      | show                       | --history
                    'order show '                   | last,id-1,id-2             | AAPL
                    'order show --'                 | --history,--json,--data    | last
                    'order show --json --'          | --history                  | --json
                    'order submit --symbol '        | AAPL,BTC/USD               | id-1
                    'quote A'                       | AAPL                       | id-1
                    'order list --watch --for '     | ''                         | AAPL
                    'order submit --'               | --qty,--limit-price        | --sync-interval
                    """)
    void it_offers(String line, String offered, String not) throws IOException {
        List<String> values = offered(line);
        if (offered.isEmpty()) {
            assertThat(values).isEmpty();
        } else {
            assertThat(values).contains(offered.split(","));
        }
        assertThat(values).doesNotContain(not);
    }

    private static List<String> offered(String line) throws IOException {
        CommandCompleter completer =
                new CommandCompleter(
                        new CliFixture(Path.of(".")).commandLine(List.of()),
                        new FixedSuggestions());
        LineReader reader =
                LineReaderBuilder.builder()
                        .terminal(
                                new DumbTerminal(
                                        InputStream.nullInputStream(),
                                        OutputStream.nullOutputStream()))
                        .build();
        ParsedLine parsed =
                LineParser.of().parse(line, line.length(), Parser.ParseContext.COMPLETE);
        List<Candidate> candidates = new ArrayList<>();
        completer.complete(reader, parsed, candidates);
        return candidates.stream().map(Candidate::value).toList();
    }

    private static final class FixedSuggestions implements Suggestions {
        @Override
        public Map<String, String> orders() {
            return Map.of("id-1", "buy 1 F", "id-2", "sell 1 F");
        }

        @Override
        public List<String> symbols() {
            return List.of("AAPL", "BTC/USD");
        }
    }
}
