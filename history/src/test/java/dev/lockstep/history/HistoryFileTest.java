package dev.lockstep.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final SubmittedTerms TERMS =
            new SubmittedTerms("F", "buy", BigDecimal.ONE, null);

    @TempDir private Path temp;

    @Test
    void a_history_is_read_as_it_was_written() throws IOException {
        SeenOrder order =
                new SeenOrder("a", "k", "c", TERMS, "new", 2, new BigDecimal("0.5"), true);
        History history =
                new History(
                        List.of(
                                invocation(
                                        new ClientRequest.Submit("k", TERMS),
                                        new ClientReply.Accepted(List.of(order))),
                                invocation(
                                        new ClientRequest.Cancel("a"),
                                        new ClientReply.Refused(409, "too late")),
                                invocation(
                                        new ClientRequest.Read("k"),
                                        new ClientReply.Missing("reset"))),
                        List.of(order),
                        List.of(new LedgerLine("x", "c", TERMS, "new", BigDecimal.ZERO)));
        Path file = temp.resolve("history.jsonl");

        HistoryFile.write(history, file);

        assertThat(HistoryFile.read(file)).isEqualTo(history);
    }

    @Test
    void a_line_of_something_else_is_named_by_its_number() throws IOException {
        Path file = temp.resolve("history.jsonl");
        Files.writeString(file, "{\"invocation\":null,\"end\":null,\"ledger\":null}\n{\"x\":1}\n");

        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("line 2 is not of a history: ");
    }

    private static Invocation invocation(ClientRequest request, ClientReply reply) {
        return new Invocation(1, 2, 3, 4, request, reply);
    }
}
