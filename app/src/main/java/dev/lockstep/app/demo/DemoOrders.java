package dev.lockstep.app.demo;

import dev.lockstep.app.form.FileFormat;
import dev.lockstep.app.form.FileRow;
import dev.lockstep.app.form.OrderFile;
import dev.lockstep.domain.order.NewOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** The orders of the demo: real tickers, mixed sides, types and prices, from a file in the jar. */
final class DemoOrders {
    private static final String FILE = "demo-orders.csv";

    private final List<NewOrder> rows;

    private DemoOrders(List<NewOrder> rows) {
        this.rows = rows;
    }

    static DemoOrders read() {
        try (InputStream in = DemoOrders.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return new DemoOrders(
                    OrderFile.read(in, FileFormat.CSV).stream().map(DemoOrders::terms).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int size() {
        return rows.size();
    }

    /** As many orders as asked for; the rows begin again after the last one. */
    List<NewOrder> take(int orders) {
        return IntStream.range(0, orders).mapToObj(i -> rows.get(i % rows.size())).toList();
    }

    private static NewOrder terms(FileRow row) {
        return switch (row) {
            case FileRow.Good good -> good.order().terms();
            case FileRow.Bad bad -> throw new IllegalStateException(FILE + ": " + bad.text());
        };
    }
}
