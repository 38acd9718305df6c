package dev.lockstep.app.web.route.report;

import dev.lockstep.app.export.AdjustmentExport;
import dev.lockstep.app.export.Export;
import dev.lockstep.app.export.ExportKind;
import dev.lockstep.app.export.Period;
import dev.lockstep.app.export.RowSource;
import dev.lockstep.app.export.RowText;
import dev.lockstep.app.export.TripExport;
import dev.lockstep.app.form.FileFormat;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.report.ListRoundTrips;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Exports orders, events, executions, adjustments and round trips as CSV. A file is complete before
 * its first byte is sent, so a failure is a problem and never a shorter file.
 */
public final class ExportRoutes {
    private final OrderRepository repository;
    private final Fills fills;

    /** Exports what these have. */
    public ExportRoutes(OrderRepository repository, Fills fills) {
        this.repository = repository;
        this.fills = fills;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.raw(HandlerType.GET, "/export/{kind}", this::export);
    }

    private void export(Context request) throws IOException {
        Params.allow(request, "symbol", "strategy", "since", "until");
        ExportKind kind = Params.word(ExportKind.class, "kind", request.pathParam("kind"));
        Period period =
                new Period(
                        Params.time(request, "since").orElse(Instant.MIN),
                        Params.time(request, "until").orElse(Instant.MAX));
        RowSource rows = rows(kind, period, request);
        request.contentType("text/csv; charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"lockstep-" + ShownValue.of(kind) + ".csv\"")
                .result(written(rows, RowText.of(FileFormat.CSV, kind.columns())));
    }

    private RowSource rows(ExportKind kind, Period period, Context request) {
        Optional<Symbol> symbol = Params.query(request, "symbol").map(Symbol::typed);
        Optional<StrategyId> strategy = Params.query(request, "strategy").map(StrategyId::new);
        return switch (kind) {
            case ORDERS, EVENTS, FILLS -> {
                OrderQuery query = symbol.map(OrderQuery.all()::of).orElse(OrderQuery.all());
                yield new Export(
                        repository, fills, kind, strategy.map(query::of).orElse(query), period);
            }
            case ADJUSTMENTS -> {
                strategy.ifPresent(given -> {
                    throw new InvalidValueException("strategy", given, "none for adjustments");
                });
                yield new AdjustmentExport(
                        repository.adjustments(),
                        symbol.map(AdjustmentQuery.all()::of).orElse(AdjustmentQuery.all()),
                        period);
            }
            case TRIPS ->
                    new TripExport(new ListRoundTrips(repository, fills), symbol, strategy, period);
        };
    }

    /** Returns all rows from a temporary file, which is deleted when they are read. */
    private static InputStream written(RowSource rows, RowText text) throws IOException {
        Path file = Files.createTempFile("lockstep-export", ".csv");
        try {
            try (Writer writer = Files.newBufferedWriter(file)) {
                long _ = rows.write(writer, text, () -> false, _ -> {});
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }
}
