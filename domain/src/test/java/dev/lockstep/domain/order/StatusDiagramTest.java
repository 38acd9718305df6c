package dev.lockstep.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The diagram in docs/concepts.md is the one that the code draws. */
final class StatusDiagramTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "concepts.md");
    private static final String BEGIN = "<!-- order statuses: drawn by StatusDiagramTest -->";
    private static final String END = "<!-- end of order statuses -->";

    /** Set to true, it writes the diagram into the document instead of comparing it. */
    private static final String UPDATE = "diagram.update";

    @Test
    void the_document_has_the_diagram_of_the_code() throws IOException {
        List<String> document = Files.readAllLines(DOCUMENT);
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        assertThat(begin).as("line %s of %s", BEGIN, DOCUMENT).isNotNegative().isLessThan(end);
        if (Boolean.getBoolean(UPDATE)) {
            Files.write(
                    DOCUMENT,
                    Stream.of(
                                    document.subList(0, begin + 1),
                                    StatusDiagram.lines(),
                                    document.subList(end, document.size()))
                            .flatMap(List::stream)
                            .toList());
            return;
        }
        assertThat(document.subList(begin + 1, end))
                .as(
                        "update it with: mvn -pl domain test -Dtest=StatusDiagramTest -D%s=true",
                        UPDATE)
                .isEqualTo(StatusDiagram.lines());
    }

    @Test
    void every_event_that_can_change_a_status_is_drawn() {
        Set<Class<?>> drawn =
                StatusDiagram.events().values().stream()
                        .map(Object::getClass)
                        .collect(Collectors.toSet());

        assertThat(Arrays.asList(ExecutionReport.class.getPermittedSubclasses()))
                .filteredOn(event -> !drawn.contains(event))
                .as(
                        "events that carry a report of the broker, fills that are counted elsewhere, and a wait that goes on")
                .containsExactlyInAnyOrder(
                        ExecutionReport.StatusReport.class,
                        ExecutionReport.Corrected.class,
                        ExecutionReport.CarriedOver.class,
                        ExecutionReport.CancelRejected.class,
                        ExecutionReport.Waits.class);
    }
}
