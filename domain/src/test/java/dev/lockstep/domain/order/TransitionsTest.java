package dev.lockstep.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table, cell by cell: rows are what an order is, columns what the broker reports. */
class TransitionsTest {
    /** A dot keeps the status, an arrow takes the reported one. */
    private static final String TABLE =
            """
            from             HELD ACCEPTED NEW PARTIALLY_FILLED DONE_FOR_DAY SUSPENDED PENDING_CANCEL PENDING_REPLACE FILLED CANCELED EXPIRED REPLACED REJECTED
            PENDING_SUBMIT   >    >        >   >                >            >         >              >               >      >        >       >        >
            UNKNOWN          >    >        >   >                >            >         >              >               >      >        >       >        >
            DENIED           >    >        >   >                >            >         >              >               >      >        >       >        >
            WAITING          >    >        >   >                >            >         >              >               >      >        >       >        >
            NEVER_ACCEPTED   >    >        >   >                >            >         >              >               >      >        >       >        >
            HELD             >    >        >   >                >            >         >              >               >      >        >       >        >
            ACCEPTED         .    >        >   >                >            >         >              >               >      >        >       >        >
            NEW              .    .        >   >                >            >         >              >               >      >        >       >        >
            PARTIALLY_FILLED .    .        .   >                >            >         >              >               >      >        >       >        >
            DONE_FOR_DAY     >    >        >   >                >            >         >              >               >      >        >       >        >
            SUSPENDED        >    >        >   >                >            >         >              >               >      >        >       >        >
            PENDING_REPLACE  >    >        >   >                >            >         >              >               >      >        >       >        >
            PENDING_CANCEL   .    .        .   .                .            .         .              .               >      >        >       >        >
            FILLED           .    .        .   .                .            .         .              .               >      .        .       .        .
            CANCELED         .    .        .   .                .            .         .              .               >      .        .       .        .
            EXPIRED          .    .        .   .                .            .         .              .               >      .        .       .        .
            REPLACED         .    .        .   .                .            .         .              .               >      .        .       .        .
            REJECTED         .    .        .   .                .            .         .              .               >      .        .       .        .
            """;

    @ParameterizedTest
    @MethodSource("cells")
    void every_cell_is_as_the_table_says(Cell cell) {
        OrderStatus expected = cell.moves() ? cell.reported() : cell.from();

        assertThat(Transitions.next(cell.from(), cell.reported())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void every_status_has_a_row(OrderStatus status) {
        assertThat(cells()).extracting(Cell::from).contains(status);
    }

    @Test
    void every_status_that_a_broker_can_report_has_a_column() {
        OrderStatus[] reportable =
                Stream.of(OrderStatus.values())
                        .filter(status -> !status.unresolved())
                        .filter(status -> !status.neverSent())
                        .filter(status -> status != OrderStatus.NEVER_ACCEPTED)
                        .toArray(OrderStatus[]::new);

        assertThat(cells().map(Cell::reported).distinct()).containsExactlyInAnyOrder(reportable);
    }

    static Stream<Cell> cells() {
        List<String> lines = TABLE.lines().toList();
        List<String> columns = words(lines.getFirst());
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = words(line);
            for (int column = 1; column < columns.size(); column++) {
                cells.add(
                        new Cell(
                                OrderStatus.valueOf(row.get(0)),
                                OrderStatus.valueOf(columns.get(column)),
                                row.get(column).equals(">")));
            }
        }
        return cells.stream();
    }

    private static List<String> words(String line) {
        return Pattern.compile(" +").splitAsStream(line).toList();
    }

    record Cell(OrderStatus from, OrderStatus reported, boolean moves) {
        @Override
        public String toString() {
            return (from + " x " + reported).toLowerCase(Locale.ROOT);
        }
    }
}
